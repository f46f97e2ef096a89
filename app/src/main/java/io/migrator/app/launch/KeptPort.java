package io.migrator.app.launch;

import io.migrator.embedded.FreePort;

/** A port that stays the same from run to run, unless something else has taken it meanwhile. */
final class KeptPort {

    private KeptPort() {}

    static int of(DataDirectory directory, String file) {
        int port = directory
                .read(file)
                .filter(text -> text.matches("\\d{1,5}"))
                .map(Integer::parseInt)
                .filter(FreePort::isFree)
                .orElseGet(FreePort::find);
        directory.write(file, Integer.toString(port));
        return port;
    }
}
