package com.qliento.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.qliento.scene.Scene;
import com.qliento.vault.spi.PersonalDataStore;
import com.qliento.vault.spi.PersonalPlace;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every column that may hold something of somebody is claimed by whoever keeps it, or stands here with the reason. */
class PersonalPlacesTest {

    /** What can hold something that somebody wrote, or name a contact. */
    private static final String COLUMNS = """
            SELECT c.relname || '.' || a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
              AND c.relname NOT LIKE 'act\\_%' AND c.relname NOT LIKE 'flyway%' AND a.attnum > 0 AND NOT a.attisdropped
              AND (a.atttypid = 'bytea'::regtype OR a.attname LIKE '%contact\\_id')
            """;

    /** Columns of bytes and of contacts' ids that hold nothing of a contact, or of nobody who could be found. */
    private static final Set<String> NOT_OF_CONTACTS = NotOfContacts.lines();

    @Test
    void every_column_of_sealed_values_and_of_contacts_is_claimed_or_said_to_be_of_none() {
        var unclaimed = new TreeSet<>(columns());
        unclaimed.removeAll(claimed());
        unclaimed.removeAll(NOT_OF_CONTACTS);

        assertThat(unclaimed).as("columns that no PersonalDataStore claims").isEmpty();
    }

    @Test
    void what_is_claimed_is_there_once_and_not_said_to_be_of_nobody() {
        var claims = Scene.shared().beans(PersonalDataStore.class).stream()
                .map(PersonalDataStore::places)
                .flatMap(Collection::stream)
                .map(PersonalPlacesTest::name)
                .toList();

        assertThat(claims).doesNotHaveDuplicates().doesNotContainAnyElementsOf(NOT_OF_CONTACTS);
        assertThat(all()).containsAll(claims).containsAll(NOT_OF_CONTACTS);
    }

    private static Set<String> claimed() {
        return Scene.shared().beans(PersonalDataStore.class).stream()
                .map(PersonalDataStore::places)
                .flatMap(Collection::stream)
                .map(PersonalPlacesTest::name)
                .collect(Collectors.toSet());
    }

    private static String name(PersonalPlace place) {
        return place.table() + "." + place.column();
    }

    private static List<String> columns() {
        return Scene.shared().jdbc().sql(COLUMNS).query(String.class).list();
    }

    private static List<String> all() {
        return Scene.shared()
                .jdbc()
                .sql(COLUMNS.substring(0, COLUMNS.lastIndexOf("AND (")))
                .query(String.class)
                .list();
    }

    /** With the reason beside each. */
    private static final class NotOfContacts {

        static Set<String> lines() {
            return """
                    access_link.code of an address that leads to a package: what a code is checked with
                    access_link.token of the same, a secret of the organisation's
                    account.email of somebody who works there: with a key of the account's own
                    account.email_key the same
                    account.name the same
                    account_refusal.email_key of somebody who tried to sign in
                    account_refusal.source the same
                    audit_entry.detail what else is known of a deed, sealed for the organisation
                    audit_entry.detail_hash the same
                    audit_head.hash of the log
                    audit_head.signature the same
                    audit_link.hash the same
                    audit_link.previous the same
                    channel.access_token a secret of the organisation's
                    channel.app_secret the same
                    channel.verify_token_hash the same
                    draft.content what authors wrote
                    draft_kept.content the same
                    draft_version.content the same
                    flow_run.answer of a run, which is about nobody: sealed under its own id
                    flow_trigger.token a secret of the organisation's
                    mail_sender.password the same
                    media_file.content what flows send, of the organisation's
                    media_file.sha256 the same
                    organisation_api_key.hash a secret of the organisation's
                    secret.value a secret of the organisation's
                    vault_made.pepper_check what the pepper makes of a known value
                    vault_suppression.value by what nobody is found: it stays when they are erased
                    webhook_endpoint.former_secret a secret of the organisation's
                    webhook_endpoint.secret the same
                    """.lines()
                    .map(line -> line.strip().split(" ", 2)[0])
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.toSet());
        }
    }
}
