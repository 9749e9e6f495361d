package com.qliento.vault;

import static com.qliento.vault.VaultFixture.NOW;
import static com.qliento.vault.VaultFixture.aPlace;
import static com.qliento.vault.VaultFixture.anOrganisation;

import com.qliento.organisation.OrganisationId;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Prints how long the vault takes on this machine. Run by hand; no test depends on the figures. */
final class VaultSpeed {

    private static final int ROUNDS = 200_000;

    private VaultSpeed() {}

    public static void main(String[] arguments) {
        byte[] plain = new byte[200];
        new Random(1).nextBytes(plain);
        OrganisationId organisation = anOrganisation();
        List<SubjectId> subjects =
                Stream.generate(SubjectId::random).limit(1000).toList();
        try (VaultFixture node = VaultFixture.start()) {
            Vault vault = node.vault();
            print("create 1,000 subjects at once", 1, 1, i -> vault.createSubjects(organisation, subjects));
            print("create one subject", 500, 5, i -> vault.createSubjects(organisation, List.of(SubjectId.random())));
            Place place = aPlace();
            print("seal and open 200 bytes", ROUNDS, 5, i -> {
                Sealed sealed = vault.seal(organisation, subjects.get(i % 1000), place, NOW, plain);
                vault.open(organisation, place, sealed);
            });
            print("blind index", ROUNDS, 5, i -> vault.index(organisation, "phone", "4915155500" + i));
            Sealed sealed = vault.seal(organisation, subjects.get(0), place, NOW, plain);
            SubjectKeys keys = node.bean(SubjectKeys.class);
            OrganisationId nobody = anOrganisation();
            print("a miss: one query", 500, 5, i -> keys.find(nobody, sealed.subject()));
        }
    }

    private interface Work {
        void run(int round);
    }

    /** Repeats the whole and shows each: the last is the warm one. */
    private static void print(String what, int rounds, int repetitions, Work work) {
        var line = new StringBuilder(what).append(", microseconds each:");
        for (int repetition = 0; repetition < repetitions; repetition++) {
            long start = System.nanoTime();
            for (int i = 0; i < rounds; i++) {
                work.run(i);
            }
            line.append(String.format(" %.2f", (System.nanoTime() - start) / 1000.0 / rounds));
        }
        System.out.println(line);
    }
}
