package io.migrator.command.intake;

import io.migrator.api.FileStatus;
import io.migrator.api.command.AbandonStaging;
import io.migrator.api.command.CompleteStaging;
import io.migrator.api.command.RegisterFileUpload;
import io.migrator.api.command.RejectFileUpload;
import io.migrator.api.command.StageRows;
import io.migrator.api.query.FindUpload;
import io.migrator.api.query.UploadView;
import io.migrator.command.ShownUploads;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.QueryHandler;

/** Stands where the aggregate and the read model stand: keeps what it is sent, and fails when it is told to. */
class RecordedUploads {

    /** What the read model says of every upload. */
    static final UUID SAME_CONTENT_AS = UUID.fromString("00000000-0000-4000-8000-000000000001");

    private final List<Object> commands = new CopyOnWriteArrayList<>();
    private final List<MetaData> metaData = new CopyOnWriteArrayList<>();
    private final List<FindUpload> questions = new CopyOnWriteArrayList<>();
    private volatile int failingChunk = -1;

    void clear() {
        commands.clear();
        metaData.clear();
        questions.clear();
        failingChunk = -1;
    }

    void failAtChunk(int chunk) {
        failingChunk = chunk;
    }

    List<Object> commands() {
        return List.copyOf(commands);
    }

    List<MetaData> metaData() {
        return List.copyOf(metaData);
    }

    List<FindUpload> questions() {
        return List.copyOf(questions);
    }

    <T> List<T> commands(Class<T> type) {
        return commands.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @CommandHandler
    void handle(RegisterFileUpload command, MetaData meta) {
        commands.add(command);
        metaData.add(meta);
    }

    @CommandHandler
    void handle(RejectFileUpload command, MetaData meta) {
        commands.add(command);
        metaData.add(meta);
    }

    @CommandHandler
    void handle(StageRows command, MetaData meta) {
        commands.add(command);
        metaData.add(meta);
        if (command.chunk() == failingChunk) {
            throw new IllegalStateException("told to fail");
        }
    }

    @CommandHandler
    long handle(CompleteStaging command, MetaData meta) {
        commands.add(command);
        metaData.add(meta);
        return commands(StageRows.class).size() + 1L;
    }

    @CommandHandler
    void handle(AbandonStaging command, MetaData meta) {
        commands.add(command);
        metaData.add(meta);
    }

    @QueryHandler
    UploadView handle(FindUpload query) {
        questions.add(query);
        return ShownUploads.of(query, FileStatus.MIGRATE_FILE_READY, 0, SAME_CONTENT_AS);
    }
}
