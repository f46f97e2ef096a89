package io.migrator.exporter.connector.mongo;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import io.migrator.exporter.connector.SourceException;

/** What went wrong at a MongoDB, for the operator; never what the server says, which may repeat a value. */
final class MongoFaults {

    private static final int UNAUTHORIZED = 13;
    private static final int AUTHENTICATION_FAILED = 18;

    private MongoFaults() {}

    /** @param tried such as "reading block 3 of customers" */
    static SourceException of(String tried, MongoException fault) {
        return new SourceException(tried + " failed: " + reason(fault), fault, isPassing(fault));
    }

    private static String reason(MongoException fault) {
        if (fault instanceof MongoSecurityException || fault.getCode() == AUTHENTICATION_FAILED) {
            return "user or password is refused; the user has to be of the database that authSource names";
        } else if (fault.getCode() == UNAUTHORIZED) {
            return "the user may not read it; grant the role read";
        } else if (fault instanceof MongoTimeoutException || fault instanceof MongoSocketException) {
            return "the database cannot be reached; look at address, port and firewall";
        } else if (fault instanceof MongoCommandException command) {
            return "the database refuses it (" + command.getErrorCodeName() + ", code " + command.getErrorCode() + ")";
        }
        return "the database refuses it (code " + fault.getCode() + ")";
    }

    private static boolean isPassing(MongoException fault) {
        return fault instanceof MongoTimeoutException
                || fault instanceof MongoSocketException
                || fault.hasErrorLabel("TransientTransactionError");
    }
}
