package io.migrator.bench.work;

import io.migrator.bench.data.CustomerFile;
import io.migrator.bench.measure.Line;
import io.migrator.bench.service.Service;
import io.migrator.bench.service.Upload;
import java.util.ArrayList;
import java.util.List;

/** What is measured on one file that has been migrated: the room it takes, its download, and building its views again. */
public final class FinishedFile implements Work {

    @Override
    public List<String> ids() {
        return List.of(Room.ID, Downloading.ID, Replaying.ID);
    }

    @Override
    public List<Line> run(Course course) throws Exception {
        Service service = course.start(course.launch());
        Upload upload;
        long rowBytes;
        try (CustomerFile file = course.files().valid(course.scale().rows())) {
            course.tell("migrating a file");
            upload = new Upload(
                    service.client(), service.client().upload(file.path()).expect(201));
            upload.awaitRows();
            upload.start();
            upload.awaitComplete();
            upload.awaitProjections();
            rowBytes = file.rowBytes();
        }
        List<Line> lines = new ArrayList<>();
        // Before the views are built again, which leaves dead rows.
        if (course.isAsked(Room.ID)) {
            lines.add(Room.measure(course, service, rowBytes));
        }
        if (course.isAsked(Downloading.ID)) {
            lines.add(Downloading.measure(course, service, upload));
        }
        if (course.isAsked(Replaying.ID)) {
            lines.add(Replaying.measure(course, service, upload));
        }
        return lines;
    }
}
