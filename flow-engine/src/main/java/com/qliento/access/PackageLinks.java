package com.qliento.access;

import com.qliento.account.Actor;
import com.qliento.account.Permission;
import com.qliento.audit.Audit;
import com.qliento.audit.AuditAction;
import com.qliento.database.TimeOrderedId;
import com.qliento.organisation.OrganisationScope;
import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Hands packages to people who have no account: by an address and by a code that they are given on another way. Every method
 * is for somebody whose role allows to work people's requests, else {@link Problem} (forbidden); none ever tells address or
 * code again.
 */
@Component
public class PackageLinks {

    /** So many days at most, and unless it is said. */
    public static final int MOST_DAYS = 7;

    /** So many downloads at most. */
    public static final int MOST_DOWNLOADS = 10;

    /** So many unless it is said: one may break off, one may be opened on the wrong device. */
    public static final int USUAL_DOWNLOADS = 3;

    private static final int MOST_LINKS = 20;
    private static final ProblemType TOO_MANY =
            new ProblemType(ProblemKind.CONFLICT, "too-many-links", "There are many links to this package");

    private final PackageStore packages;
    private final LinkStore store;
    private final LinkSecrets secrets;
    private final OrganisationScope scope;
    private final Noting noting;

    /** Where it is noted, and when. */
    @Component
    record Noting(Audit audit, Clock clock) {}

    PackageLinks(PackageStore packages, LinkStore store, LinkSecrets secrets, OrganisationScope scope, Noting noting) {
        this.packages = packages;
        this.store = store;
        this.secrets = secrets;
        this.scope = scope;
        this.noting = noting;
    }

    /**
     * How long a link holds, and for how much.
     *
     * @param days 1 to {@link #MOST_DAYS}; null for that
     * @param downloads 1 to {@link #MOST_DOWNLOADS}; null for {@link #USUAL_DOWNLOADS}
     */
    public record Terms(@Nullable Integer days, @Nullable Integer downloads) {

        private Duration time() {
            return Duration.ofDays(bounded("days", days, MOST_DAYS, MOST_DAYS));
        }

        private int most() {
            return bounded("downloads", downloads, MOST_DOWNLOADS, USUAL_DOWNLOADS);
        }

        private static int bounded(String field, @Nullable Integer wanted, int most, int usual) {
            if (wanted == null) {
                return usual;
            }
            if (wanted < 1 || wanted > most) {
                throw Problem.invalid(field, "This is a number from 1 to " + most + ".");
            }
            return wanted;
        }
    }

    /**
     * Makes a link to a package that can be taken, for no longer than that one is there. Throws {@link Problem} when it can't
     * be taken, when the terms are none, and when there are many links to it already.
     */
    public NewPackageLink make(Actor actor, UUID packageId, Terms terms) {
        actor.require(Permission.WORK_CASES);
        var organisation = actor.organisation();
        var now = noting.clock().instant();
        var token = secrets.newToken();
        var code = secrets.newCode();
        var until = now.plus(terms.time());
        int most = terms.most();
        return scope.in(organisation, () -> {
            var found =
                    packages.find(organisation, packageId).orElseThrow(() -> Problem.notFound("package", packageId));
            var ends = AccessPackages.requireReady(found, now);
            if (store.of(packageId, now).size() >= MOST_LINKS) {
                throw TOO_MANY.because("A package has " + MOST_LINKS + " links at most. Ask for a new package.");
            }
            var id = TimeOrderedId.at(now);
            var row = new LinkStore.Row(
                    id,
                    packageId,
                    LinkSecrets.hash(token),
                    secrets.hash(organisation, id, code),
                    actor.name(),
                    now,
                    until.isBefore(ends) ? until : ends,
                    most);
            store.insert(organisation, row);
            noting.audit()
                    .note(actor.did(AuditAction.PACKAGE_LINK_MADE, packageId.toString())
                            .with("link", id));
            return new NewPackageLink(store.find(id, now).orElseThrow(), LinkDoor.PATH + token, code);
        });
    }

    /** Those of a package, the newest first. Throws {@link Problem} (not found) when the organisation has no such package. */
    public List<PackageLink> of(Actor actor, UUID packageId) {
        actor.require(Permission.WORK_CASES);
        return scope.in(actor.organisation(), () -> {
            var found = packages.find(actor.organisation(), packageId)
                    .orElseThrow(() -> Problem.notFound("package", packageId));
            return store.of(found.id(), noting.clock().instant());
        });
    }

    /** Nobody takes anything by it any more. Throws {@link Problem} (not found) when the package has no such link. */
    public void end(Actor actor, UUID packageId, UUID link) {
        actor.require(Permission.WORK_CASES);
        var now = noting.clock().instant();
        scope.run(actor.organisation(), () -> {
            var found = store.locked(link, now)
                    .filter(one -> one.packageId().equals(packageId))
                    .orElseThrow(() -> Problem.notFound("link", link));
            store.end(found.id(), now);
            noting.audit()
                    .note(actor.did(AuditAction.PACKAGE_LINK_ENDED, packageId.toString())
                            .with("link", link));
        });
    }
}
