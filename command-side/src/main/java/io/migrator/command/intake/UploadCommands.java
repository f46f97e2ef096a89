package io.migrator.command.intake;

import io.migrator.api.Caller;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;

/** Sends commands in a caller's name and waits for each. Safe to use from any thread. */
final class UploadCommands {

    private final CommandGateway gateway;
    private final Map<String, String> metaData;

    UploadCommands(CommandGateway gateway, Caller caller) {
        this.gateway = gateway;
        this.metaData = Map.of("tenant", caller.tenant(), "operator", caller.name());
    }

    /** The handler's answer; what it throws is thrown. */
    <T> T send(Object command) {
        return gateway.sendAndWait(
                GenericCommandMessage.asCommandMessage(command).withMetaData(metaData));
    }
}
