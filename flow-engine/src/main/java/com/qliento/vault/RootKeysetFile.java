package com.qliento.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The root keyset as a Tink JSON keyset in clear text, protected by the file's permissions (600, seen to where the file
 * system knows them, see {@link ClosedToOthers}). New ones are XAES-256-GCM: its 192-bit nonce sets no limit to the number of keys wrapped.
 */
final class RootKeysetFile implements RootKey {

    private static final Logger LOG = LoggerFactory.getLogger(RootKeysetFile.class);

    private final Aead aead;

    private RootKeysetFile(KeysetHandle keyset) throws GeneralSecurityException {
        this.aead = keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    /**
     * Reads the keyset, or creates one when there is none and no key depends on it yet.
     *
     * @param inUse whether the key database holds keys that need the keyset
     * @throws IllegalStateException when the file is missing though in use, is no keyset, or others can read or
     *     replace it and this cannot be mended
     */
    static RootKeysetFile open(Path path, boolean inUse) {
        Path file = path.toAbsolutePath();
        try {
            AeadConfig.register();
            if (!Files.exists(file)) {
                if (inUse) {
                    throw new IllegalStateException(missing(file));
                }
                create(file);
            }
            ClosedToOthers.make(file);
            return new RootKeysetFile(read(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The root keyset " + file + " can't be read or written.", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The file " + file + " is not a Tink AEAD keyset in JSON. Put the right one there.", e);
        }
    }

    private static String missing(Path file) {
        return "The root keyset " + file + " is missing, but the key database holds keys that only it can open. "
                + "Put the file back from its backup or from another node, or point qliento.vault.root-keyset at it. "
                + "If it is lost for good, everything sealed is lost: then start with a new, empty key database.";
    }

    private static KeysetHandle read(Path file) throws IOException, GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(
                Files.readString(file), RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
    }

    private static void create(Path file) throws IOException, GeneralSecurityException {
        KeysetHandle keyset = KeysetHandle.generateNew(
                PredefinedAeadParameters.XAES_256_GCM_192_BIT_NONCE, RegistryConfiguration.get());
        String json = TinkJsonProtoKeysetFormat.serializeKeyset(
                keyset, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
        Path folder = file.resolveSibling(".").normalize();
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, permissions(folder, "rwx------"));
        }
        try {
            write(file, json);
        } catch (FileAlreadyExistsException e) {
            LOG.info("Another start has just created the root keyset {}.", file);
        }
    }

    /** Durable on return: a key wrapped by a keyset that a power cut then takes away would be lost. */
    private static void write(Path file, String json) throws IOException {
        try (FileChannel out = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                permissions(file, "rw-------"))) {
            ByteBuffer bytes = ByteBuffer.wrap(json.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
    }

    private static FileAttribute<?>[] permissions(Path path, String mode) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }

    @Override
    public byte[] wrap(byte[] key, byte[] associatedData) throws GeneralSecurityException {
        return aead.encrypt(key, associatedData);
    }

    @Override
    public byte[] unwrap(byte[] wrapped, byte[] associatedData) throws GeneralSecurityException {
        return aead.decrypt(wrapped, associatedData);
    }
}
