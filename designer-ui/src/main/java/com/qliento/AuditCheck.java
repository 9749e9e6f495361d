package com.qliento;

import com.qliento.audit.AuditFinding;
import com.qliento.audit.AuditVerifier;
import com.qliento.organisation.OrganisationId;
import com.qliento.vault.spi.ReadingTime;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/**
 * The command {@value #OPTION}: verifies the audit of every organisation and tells what it finds; starts no web server and
 * no work. A database of one's own may be in use meanwhile. The embedded one is not: then the running Qliento is asked by
 * REST, or stopped first.
 */
final class AuditCheck {

    static final String OPTION = "--audit-verify";

    private static final int PART = 100_000;

    /** What verifying needs: the databases, the keys that heads are signed with, the log. */
    @ComponentScan({"com.qliento.database", "com.qliento.organisation", "com.qliento.vault", "com.qliento.audit"})
    @Import(FlowEngine.class)
    @ImportAutoConfiguration({
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class
    })
    static final class Parts {

        /** Nothing of any person is read. */
        @Bean
        ReadingTime nothingIsRead() {
            return organisation -> Duration.ZERO;
        }
    }

    private final AuditVerifier verifier;
    private final PrintStream out;

    private AuditCheck(AuditVerifier verifier, PrintStream out) {
        this.verifier = verifier;
        this.out = out;
    }

    static boolean isAskedFor(String... arguments) {
        return List.of(arguments).contains(OPTION);
    }

    /** Gives what the process ends with: 0 when nothing was found, else 1. */
    static int run(PrintStream out, String... arguments) {
        var application = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .build();
        try (var context = application.run(arguments)) {
            var check = new AuditCheck(context.getBean(AuditVerifier.class), out);
            long found = check.verifier.organisations().stream()
                    .mapToLong(check::verify)
                    .sum();
            out.println(found == 0 ? "The audit is as it was written." : "The audit was tampered with.");
            return found == 0 ? 0 : 1;
        }
    }

    private long verify(OrganisationId organisation) {
        long found = 0;
        long checked = 0;
        Long next = 1L;
        while (next != null) {
            var part = verifier.verify(organisation, next, PART);
            found += part.found();
            checked += part.checked();
            part.findings().forEach(finding -> out.println("  " + organisation + " " + said(finding)));
            next = part.next();
        }
        out.println(organisation + ": " + checked + " entries, " + (found == 0 ? "intact" : found + " findings"));
        return found;
    }

    private static String said(AuditFinding finding) {
        var where = finding.sequence() == null ? "" : "place " + finding.sequence() + " ";
        var which = finding.entry() == null ? "" : "entry " + finding.entry() + " ";
        var day = finding.day() == null ? "" : " (head of " + finding.day() + ")";
        return where + which + finding.kind().why() + day;
    }
}
