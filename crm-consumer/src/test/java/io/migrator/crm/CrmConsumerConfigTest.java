package io.migrator.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.migrator.crm.CrmConsumerConfig.Database;
import io.migrator.crm.CrmConsumerConfig.TopicNames;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CrmConsumerConfigTest {

    private static final String BROKER = "--bootstrap-servers=kafka:9092";
    private static final String URL = "--jdbc-url=jdbc:postgresql://db/crm";

    @Test
    void theTwoAddressesAreEnough() {
        CrmConsumerConfig config = CrmConsumerConfig.read(Map.of(), BROKER, URL);

        assertThat(config)
                .isEqualTo(CrmConsumerConfig.of("kafka:9092", new Database("jdbc:postgresql://db/crm", "", "")));
        assertThat(config.topics()).isEqualTo(new TopicNames("MIGRATOR.JL", "JL.MIGRATOR", "MIGRATOR.JL.DLT"));
    }

    @Test
    void anArgumentWinsOverTheEnvironment() {
        Map<String, String> environment = Map.of(
                "CRM_BOOTSTRAP_SERVERS", "kafka:1",
                "CRM_JDBC_URL", "jdbc:postgresql://db/one",
                "CRM_JDBC_USER", "crm",
                "CRM_JDBC_PASSWORD", "secret=with=signs",
                "CRM_WORKERS", "7",
                "CRM_KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
                "CRM_SERVICE_PORT", "of something else",
                "PATH", "/bin");

        CrmConsumerConfig config = CrmConsumerConfig.read(environment, "--workers=8", URL, "--kafka.client.id=crm");

        assertThat(config.bootstrapServers()).isEqualTo("kafka:1");
        assertThat(config.database()).isEqualTo(new Database("jdbc:postgresql://db/crm", "crm", "secret=with=signs"));
        assertThat(config.workers()).isEqualTo(8);
        assertThat(config.kafka()).isEqualTo(Map.of("security.protocol", "SASL_SSL", "client.id", "crm"));
    }

    @Test
    void whatIsLoggedOfItHoldsNoSecret() {
        CrmConsumerConfig config = CrmConsumerConfig.read(
                Map.of(),
                BROKER,
                "--jdbc-url=jdbc:postgresql://db/crm?user=crm&password=sesame",
                "--jdbc-password=sesame",
                "--kafka.sasl.jaas.config=sesame");

        assertThat(config.toString()).contains("kafka:9092").doesNotContain("sesame");
    }

    @Test
    void wrongSettingsAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CrmConsumerConfig.read(Map.of(), URL))
                .withMessageContaining("bootstrap-servers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CrmConsumerConfig.read(Map.of(), BROKER))
                .withMessageContaining("jdbc-url");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CrmConsumerConfig.read(Map.of(), BROKER, URL, "--wrokers=3"))
                .withMessageContaining("wrokers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CrmConsumerConfig.read(Map.of(), BROKER, URL, "--workers=many"))
                .withMessageContaining("workers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CrmConsumerConfig.read(Map.of(), BROKER, URL, "--workers=0"))
                .withMessageContaining("workers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CrmConsumerConfig.read(Map.of(), BROKER, URL, "workers=3"))
                .withMessageContaining("--key=value");
    }
}
