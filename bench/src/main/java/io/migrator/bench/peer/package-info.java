/**
 * What the service is held against. Peers do the same job another way: {@link io.migrator.bench.peer.SpringBatchImport} the
 * usual import, {@link io.migrator.bench.peer.PlainPipeline} the whole migration without event sourcing. A floor does the least
 * that any way has to do: {@link io.migrator.bench.peer.ProducerLoop}.
 *
 * <p>They are what a good team would write and configure, with the durability that the service has: a peer that loses data, or
 * is slower than it has to be, compares with nothing. They know nothing of who measures them. Their databases have
 * {@code fsync} and {@code synchronous_commit} on; connections come from {@link io.migrator.bench.peer.PeerDatabase}.
 */
@NullMarked
package io.migrator.bench.peer;

import org.jspecify.annotations.NullMarked;
