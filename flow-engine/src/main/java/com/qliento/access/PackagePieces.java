package com.qliento.access;

import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.vault.Place;
import com.qliento.vault.Sealed;
import com.qliento.vault.SubjectId;
import com.qliento.vault.Vault;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The bytes of packages, in pieces, each sealed with the package's own key: when that is destroyed, no backup of the database
 * holds the package any more.
 */
@Component
class PackagePieces {

    private static final int SIZE = 1 << 20;

    private final PackageStore store;
    private final OrganisationScope scope;
    private final Vault vault;

    PackagePieces(PackageStore store, OrganisationScope scope, Vault vault) {
        this.store = store;
        this.scope = scope;
        this.vault = vault;
    }

    /** Takes a package's bytes; what was there of an earlier attempt goes. All is kept when it is closed. */
    OutputStream writer(OrganisationId organisation, UUID id) {
        scope.run(organisation, () -> store.deleteParts(id));
        return new Writer(organisation, id);
    }

    private final class Writer extends OutputStream {

        private final OrganisationId organisation;
        private final UUID id;
        private final byte[] piece = new byte[SIZE];
        private int filled;
        private int part;

        Writer(OrganisationId organisation, UUID id) {
            this.organisation = organisation;
            this.id = id;
        }

        @Override
        public void write(int one) {
            if (filled == SIZE) {
                keep();
            }
            piece[filled++] = (byte) one;
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            int written = 0;
            while (written < length) {
                if (filled == SIZE) {
                    keep();
                }
                int some = Math.min(SIZE - filled, length - written);
                System.arraycopy(bytes, from + written, piece, filled, some);
                filled += some;
                written += some;
            }
        }

        private void keep() {
            // Kept until its own key is destroyed, however long what is in it may be read where it came from.
            var sealed = vault.sealKept(organisation, new SubjectId(id), place(id, part), Arrays.copyOf(piece, filled));
            scope.run(organisation, () -> store.insertPart(organisation, id, part, sealed.bytes()));
            part++;
            filled = 0;
        }

        @Override
        public void close() {
            if (filled > 0) {
                keep();
            }
        }
    }

    /** Hands on its pieces, opened. No transaction is open while they are taken. */
    void open(OrganisationId organisation, UUID id, Consumer<byte[]> piece) {
        int part = 0;
        var next = sealed(organisation, id, part);
        while (next != null) {
            piece.accept(vault.open(organisation, place(id, part), Sealed.of(next)));
            next = sealed(organisation, id, ++part);
        }
    }

    /** The same, to be read. Its pieces are opened as they are come to. */
    InputStream stream(OrganisationId organisation, UUID id) {
        return new InputStream() {

            private final byte[] one = new byte[1];
            private byte[] piece = {};
            private int at;
            private int part;

            @Override
            public int read() {
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int from, int most) {
                if (most == 0) {
                    return 0;
                }
                if (at == piece.length) {
                    var next = sealed(organisation, id, part);
                    if (next == null) {
                        return -1;
                    }
                    piece = vault.open(organisation, place(id, part++), Sealed.of(next));
                    at = 0;
                }
                int some = Math.min(most, piece.length - at);
                System.arraycopy(piece, at, into, from, some);
                at += some;
                return some;
            }
        };
    }

    private byte @Nullable [] sealed(OrganisationId organisation, UUID id, int part) {
        return scope.in(organisation, () -> store.part(id, part).orElse(null));
    }

    /** Nobody can take it any more, from now on; then as {@link #forget}. */
    void end(OrganisationId organisation, UUID id) {
        scope.run(organisation, () -> store.over(id));
        forget(organisation, id);
    }

    /**
     * Destroys the key of one that can't be taken, then deletes what it locked. When it comes half way, the sweep does it
     * again.
     */
    void forget(OrganisationId organisation, UUID id) {
        boolean unused = vault.destroySubject(organisation, new SubjectId(id));
        scope.run(organisation, () -> {
            store.deleteParts(id);
            store.forgotten(id);
        });
    }

    private static Place place(UUID id, int part) {
        var row = UUID.nameUUIDFromBytes((id + " " + part).getBytes(StandardCharsets.UTF_8));
        return new Place("access_package_part", "content", row);
    }
}
