package io.migrator.api.wire;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** Takes the fields of one message as they come. */
interface MessageReader<T> {

    /**
     * Takes a field's value, where the parser stands, to its end.
     *
     * @return whether the field is known; otherwise the value was not touched
     */
    boolean take(String field, JsonParser json) throws IOException;

    /** The message, once all its fields were taken. */
    T message() throws UnreadableMessageException;
}
