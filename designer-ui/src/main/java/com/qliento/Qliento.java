package com.qliento;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Qliento: the flow engine, its REST interface and, in the demo, the simulated WhatsApp. */
@SpringBootApplication
public class Qliento {

    /**
     * Starts the application, or with {@value AuditCheck#OPTION} only verifies the audit, or with
     * {@value CertificateCommand#OPTION} only a certificate; settings come from the environment, the command line or
     * {@code application.yaml}.
     */
    public static void main(String[] arguments) {
        if (AuditCheck.isAskedFor(arguments)) {
            System.exit(AuditCheck.run(System.out, arguments));
        }
        if (CertificateCommand.isAskedFor(arguments)) {
            System.exit(CertificateCommand.run(System.out, arguments));
        }
        SpringApplication.run(Qliento.class, arguments);
    }
}
