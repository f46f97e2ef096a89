package io.migrator.crm;

import java.util.concurrent.CountDownLatch;

/** The reference target as a process. Ends orderly on SIGTERM; exit code 2 when a setting is wrong. */
public final class CrmConsumerApplication {

    private CrmConsumerApplication() {}

    /** @param arguments {@code --key=value}, see {@link CrmConsumerConfig#read} */
    public static void main(String... arguments) throws InterruptedException {
        // Not named logback.xml: that would also take effect where this module is a library.
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "crm-logback.xml");
        }
        CrmConsumerConfig config;
        try {
            config = CrmConsumerConfig.read(System.getenv(), arguments);
        } catch (IllegalArgumentException e) {
            System.err.println("crm-consumer: " + e.getMessage());
            System.exit(2);
            return;
        }
        CrmConsumer consumer = CrmConsumer.start(config);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            consumer.close();
            ended.countDown();
        }));
        ended.await();
    }
}
