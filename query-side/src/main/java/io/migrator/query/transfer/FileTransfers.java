package io.migrator.query.transfer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** What the transfers of files share: threads that read ahead, one per transfer at most, and what is known of files. */
@Component
public class FileTransfers implements DisposableBean {

    private final KnownOffsets offsets = new KnownOffsets();
    private final ExecutorService readers = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "file-read-ahead");
        thread.setDaemon(true);
        return thread;
    });

    /** The answer to one request. */
    public FileTransfer of(HttpServletRequest request, HttpServletResponse response) {
        return new FileTransfer(request, response, offsets, readers);
    }

    @Override
    public void destroy() {
        readers.shutdownNow();
    }
}
