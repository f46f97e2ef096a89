package io.migrator.faults.installation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Hands TCP connections on to a server, until they are cut. Listens on loopback; two threads a connection. */
public final class CuttableLine implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    private final String name;
    private final ServerSocket listening;
    private final int target;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** @param target the server's port */
    CuttableLine(String name, int port, int target) {
        try {
            this.name = name;
            this.target = target;
            this.listening = new ServerSocket(port, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept, "accept");
    }

    /** What it is called in the report. */
    public String name() {
        return name;
    }

    /** The port to connect to. */
    int port() {
        return listening.getLocalPort();
    }

    /** Cuts every connection: both ends are told at once. New ones can be made. */
    public void cut() {
        open.forEach(CuttableLine::reset);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                open.add(client);
                try {
                    Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                    open.add(server);
                    start(() -> pump(client, server), "there");
                    start(() -> pump(server, client), "back");
                } catch (IOException e) {
                    close(client); // nobody listens there
                }
            } catch (IOException e) {
                // closed, or a client that was gone already
            }
        }
    }

    private void start(Runnable work, String direction) {
        Thread thread = new Thread(work, name + "-" + direction);
        thread.setDaemon(true);
        thread.start();
    }

    private void pump(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // one end has gone; the other is told below
        } finally {
            close(from);
            close(to);
        }
    }

    private void close(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            // it is closed
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // it is closed
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            cut();
        }
    }
}
