package io.migrator.app.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What the command line says.
 *
 * @param data the directory that keeps everything the embedded run stores
 * @param springArguments {@code --key=value} arguments for Spring, {@code --port} among them as {@code --server.port}
 */
public record LaunchOptions(Path data, List<String> springArguments) {

    private static final Path DEFAULT_DATA = Path.of("data");

    public LaunchOptions {
        springArguments = List.copyOf(springArguments);
    }

    /**
     * Reads {@code [--port N] [--data DIR] [--key=value ...]}; values may follow after a blank or an equals sign.
     *
     * @throws IllegalArgumentException when there is anything else; the message is for the operator
     */
    public static LaunchOptions parse(List<String> arguments) {
        Path data = DEFAULT_DATA;
        List<String> spring = new ArrayList<>();
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String argument = rest.next();
            String name = argument.contains("=") ? argument.substring(0, argument.indexOf('=')) : argument;
            switch (name) {
                case "--data" -> data = Path.of(value(argument, rest));
                case "--port" -> spring.add("--server.port=" + port(value(argument, rest)));
                default -> spring.add(springArgument(argument));
            }
        }
        return new LaunchOptions(data, spring);
    }

    /** The same options, with one more that yields to what was given on the command line. */
    public LaunchOptions withDefault(String key, String value) {
        String prefix = "--" + key + "=";
        if (springArguments.stream().anyMatch(argument -> argument.startsWith(prefix))) {
            return this;
        }
        List<String> more = new ArrayList<>(springArguments);
        more.add(prefix + value);
        return new LaunchOptions(data, more);
    }

    private static String value(String argument, Iterator<String> rest) {
        int equals = argument.indexOf('=');
        if (equals >= 0) {
            return argument.substring(equals + 1);
        }
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(argument + " needs a value");
        }
        return rest.next();
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new IllegalArgumentException("--port needs a number from 0 to 65535, not " + text);
    }

    private static String springArgument(String argument) {
        if (!argument.matches("--[A-Za-z][^=]*(=.*)?")) {
            throw new IllegalArgumentException("'" + argument + "' is not an option");
        }
        return argument;
    }
}
