package com.qliento.vault;

import com.qliento.organisation.OrganisationScope;
import com.qliento.vault.spi.ErasedBefore;
import com.qliento.vault.spi.ReadingTime;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Puts the vault together. The key database must be migrated when its data source is handed out. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    @Bean
    KeyDatabase keyDatabase(@Qualifier("keysDataSource") DataSource keys) {
        return new KeyDatabase(keys);
    }

    @Bean
    RootCheck rootCheck(KeyDatabase keys) {
        return new RootCheck(keys);
    }

    /**
     * @param file the root keyset; by default {@code keys/root-keyset.json} in the data directory
     */
    @Bean
    RootKey rootKey(
            @Value("${qliento.vault.root-keyset:${qliento.data-dir:./data}/keys/root-keyset.json}") String file,
            RootCheck check) {
        return RootKeysetFile.open(Path.of(file), check.inUse());
    }

    /** Only a root key that fits the key database may wrap. */
    @Bean
    KeyWrap keyWrap(RootKey root, RootCheck check) {
        check.tie(root);
        return new KeyWrap(root);
    }

    @Bean
    SubjectKeys subjectKeys(KeyDatabase keys, KeyWrap wrap, Clock clock) {
        return new SubjectKeys(keys, wrap, clock);
    }

    @Bean
    HourKeys hourKeys(KeyDatabase keys, KeyWrap wrap, Clock clock, ReadingTime readingTime) {
        return new HourKeys(keys, wrap, clock, readingTime);
    }

    @Bean
    Peppers peppers(KeyDatabase keys, KeyWrap wrap, Clock clock, KeyLedger ledger) {
        return new Peppers(keys, wrap, clock, ledger);
    }

    /**
     * @param goOn whether keys that are lost are known to be, and their rows shown as unreadable
     */
    @Bean
    KeyLedger keyLedger(
            OrganisationScope scope,
            JdbcClient jdbc,
            PlatformTransactionManager transactionManager,
            @Value("${qliento.vault.go-on-without-lost-keys:false}") boolean goOn) {
        return new KeyLedger(scope, jdbc, transactionManager, goOn);
    }

    @Bean
    KeyLossCheck keyLossCheck(KeyLedger ledger, KeyDatabase keys) {
        return new KeyLossCheck(ledger, keys);
    }

    @Bean
    KeyDestruction keyDestruction(Tombstones tombstones, SubjectKeys subjects, HourKeys hours, Clock clock) {
        return new KeyDestruction(tombstones, subjects, hours, clock);
    }

    @Bean
    Tombstones tombstones(OrganisationScope scope, JdbcClient jdbc, PlatformTransactionManager transactionManager) {
        return new Tombstones(scope, jdbc, transactionManager);
    }

    @Bean
    TombstoneReplay tombstoneReplay(Tombstones tombstones, SubjectKeys subjects, HourKeys hours, Clock clock) {
        return new TombstoneReplay(tombstones, subjects, hours, clock);
    }

    @Bean
    ForgottenErasures forgottenErasures(
            KeyDatabase keys, Tombstones tombstones, Suppressions suppressions, ObjectProvider<ErasedBefore> told) {
        return new ForgottenErasures(keys, tombstones, suppressions, told);
    }

    @Bean
    DestructionNotices destructionNotices(SubjectKeys subjects, HourKeys hours) {
        return new DestructionNotices(subjects, hours);
    }

    @Bean
    Suppressions suppressions(KeyDatabase keys, KeyWrap wrap, Clock clock, OrganisationScope scope, JdbcClient jdbc) {
        return new Suppressions(keys, wrap, clock, scope, jdbc);
    }

    @Bean
    Vault.Finding finding(Peppers peppers, Suppressions suppressions) {
        return new Vault.Finding(peppers, suppressions);
    }

    @Bean
    Vault vault(
            SubjectKeys subjects, HourKeys hours, Vault.Finding finding, KeyDestruction destruction, KeyLedger ledger) {
        return new Vault(subjects, hours, finding, destruction, ledger);
    }

    @Bean
    Signing signing(KeyDatabase keys, KeyWrap wrap, Clock clock) {
        return new Signing(keys, wrap, clock);
    }

    /** Its name decides that it is shown as {@code keys}. */
    @Bean
    VaultHealthIndicator keysHealthIndicator(RootCheck root) {
        return new VaultHealthIndicator(root);
    }
}
