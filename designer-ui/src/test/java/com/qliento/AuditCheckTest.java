package com.qliento;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.audit.Audit;
import com.qliento.audit.AuditAction;
import com.qliento.audit.AuditActor;
import com.qliento.audit.AuditVerifier;
import com.qliento.audit.Deed;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.ui.Application;
import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;

/** The command that verifies the audit, beside an application that runs. */
class AuditCheckTest {

    private final HikariDataSource main = Application.bean(HikariDataSource.class);
    private final Path data = Path.of(Application.bean(Environment.class).getRequiredProperty("qliento.data-dir"));
    private final OrganisationId shop = new OrganisationId(UUID.randomUUID());
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void it_tells_what_is_intact_and_ends_otherwise_when_something_is_not() throws Exception {
        for (var name : List.of("a", "b", "c")) {
            Application.bean(OrganisationScope.class).run(shop, () -> Application.bean(Audit.class)
                    .note(new Deed(shop, AuditActor.PLATFORM, AuditAction.SECRET_SET, name)));
        }
        var verifier = Application.bean(AuditVerifier.class);
        Awaitility.await().until(() -> verifier.verify(shop, 1, 10).checked() == 3);

        int intact = check();

        assertThat(intact).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains(shop + ": 3 entries, intact")
                .contains("The audit is as it was written.");

        tamper("b", "x");
        said.reset();
        int tampered = check();
        tamper("x", "b");

        assertThat(tampered).isEqualTo(1);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .containsPattern(shop + " place 2 entry [0-9a-f-]+ altered")
                .contains(shop + ": 3 entries, 1 findings")
                .contains("The audit was tampered with.");
    }

    private int check() throws Exception {
        return AuditCheck.run(
                new PrintStream(said, true, StandardCharsets.UTF_8),
                AuditCheck.OPTION,
                "--spring.datasource.url=" + main.getJdbcUrl(),
                "--spring.datasource.username=" + main.getUsername(),
                "--spring.datasource.password=" + main.getPassword(),
                "--spring.flyway.user=postgres",
                "--spring.flyway.password=" + owner(),
                "--qliento.data-dir=" + Files.createTempDirectory("qliento-check"),
                "--qliento.vault.root-keyset=" + data.resolve("keys/root-keyset.json"));
    }

    private String owner() throws IOException {
        return Files.readString(data.resolve("postgres.password")).strip();
    }

    private void tamper(String from, String to) throws Exception {
        try (var connection = DriverManager.getConnection(main.getJdbcUrl(), "postgres", owner());
                var update = connection.prepareStatement(
                        "UPDATE audit_entry SET about = ? WHERE about = ? AND organisation_id = ?")) {
            update.setString(1, to);
            update.setString(2, from);
            update.setObject(3, shop.value());
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }
}
