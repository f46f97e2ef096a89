package io.migrator.app.web;

import java.util.Map;
import org.slf4j.MDC;
import org.springframework.core.task.TaskDecorator;
import org.springframework.stereotype.Component;

/** The keys of a request's log context; carries them over to the threads that stream an answer. */
@Component
public final class LogContext implements TaskDecorator {

    /** The caller's tenant, once it is known. */
    public static final String TENANT = "tenant";

    /** The upload named by the path. */
    static final String UPLOAD_ID = "uploadId";

    /** Joins an answer with the log lines about it. */
    static final String CORRELATION_ID = "correlationId";

    LogContext() {}

    static void clear() {
        MDC.remove(CORRELATION_ID);
        MDC.remove(UPLOAD_ID);
        MDC.remove(TENANT);
    }

    @Override
    public Runnable decorate(Runnable task) {
        Map<String, String> context = MDC.getCopyOfContextMap();
        if (context == null || context.isEmpty()) {
            return task;
        }
        return () -> {
            MDC.setContextMap(context);
            try {
                task.run();
            } finally {
                MDC.clear();
            }
        };
    }
}
