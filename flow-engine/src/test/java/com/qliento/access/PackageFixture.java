package com.qliento.access;

import static org.awaitility.Awaitility.await;

import com.qliento.account.Actor;
import com.qliento.account.Role;
import com.qliento.contact.ContactId;
import com.qliento.organisation.OrganisationId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.scene.FlowText;
import com.qliento.scene.Rest;
import com.qliento.scene.Scene;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;

/** People who said something, and packages of what is kept of them. */
final class PackageFixture {

    static final OrganisationId DEMO = OrganisationId.of("00000000-0000-7000-8000-00000000de30");
    static final Duration LONG = Duration.ofSeconds(20);

    private final Scene scene;
    private final AccessPackages packages;
    private final Actor officer = new Actor("an officer", DEMO, Role.COMPLIANCE);

    PackageFixture(Scene scene) {
        this.scene = scene;
        this.packages = scene.bean(AccessPackages.class);
    }

    Actor officer() {
        return officer;
    }

    /** Somebody who told the flow this. */
    String talked(String said) {
        var customer = Scene.newCustomer();
        new FlowText("tell" + customer, "tell" + customer)
                .asks("ask", "name", "story", "question", "Tell me", "category", "other", "purpose", "service")
                .says("thanks", "Thank you")
                .asks("more", "name", "more", "question", "More?", "category", "other", "purpose", "service")
                .ends()
                .publish(scene);
        scene.says(customer, "tell" + customer);
        scene.hears(customer, 1);
        scene.says(customer, said);
        scene.hears(customer, 3);
        return customer;
    }

    ContactId contact(String customer) {
        return new ContactId(UUID.fromString(new Rest(scene).contact(customer)));
    }

    /** A package of whoever has this number, ready. */
    UUID made(String customer) {
        return made(contact(customer));
    }

    UUID made(ContactId contact) {
        var asked = packages.ask(officer, contact, Locale.ENGLISH);
        await().atMost(LONG).until(() -> packages.get(officer, asked.id()).state() == AccessPackage.State.READY);
        return asked.id();
    }

    /** As while another node is at one. */
    UUID making(UUID contact) {
        var making = UUID.randomUUID();
        scene.bean(OrganisationScope.class).run(DEMO, () -> scene.jdbc()
                .sql("""
                        INSERT INTO access_package (id, organisation_id, contact_id, language, asked_by, asked_at)
                        VALUES (?, ?, ?, 'en', 'somebody', now())
                        """)
                .param(making)
                .param(DEMO.value())
                .param(contact)
                .update());
        return making;
    }

    /** The files of a package, by name, as they are. */
    Map<String, byte[]> files(UUID id) throws IOException {
        var bytes = new ByteArrayOutputStream();
        packages.take(officer, id, bytes::writeBytes);
        return unpacked(bytes.toByteArray());
    }

    static Map<String, byte[]> unpacked(byte[] bytes) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    /** The files of a package, by name, as texts. */
    Map<String, String> taken(UUID id) throws IOException {
        var texts = new LinkedHashMap<String, String>();
        files(id).forEach((name, content) -> texts.put(name, new String(content, StandardCharsets.UTF_8)));
        return texts;
    }
}
