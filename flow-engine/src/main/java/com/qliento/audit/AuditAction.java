package com.qliento.audit;

import java.util.Arrays;
import java.util.Optional;

/** What can be done that is noted. A code stands in the chain and never changes. */
public enum AuditAction {
    SIGNED_IN("sign-in.done", About.ACCOUNT),
    SIGN_IN_REFUSED("sign-in.refused", About.ACCOUNT),
    SIGNED_OUT("sign-out.done", About.ACCOUNT),
    ROLE_GIVEN("role.given", About.ACCOUNT),
    ROLE_TAKEN("role.taken", About.ACCOUNT),
    FLOW_PUBLISHED("flow.published", About.FLOW),
    FLOW_TAKEN_BACK("flow.taken-back", About.FLOW),
    FLOW_ARCHIVED("flow.archived", About.FLOW),
    FLOW_UNARCHIVED("flow.unarchived", About.FLOW),
    FLOW_DELETED("flow.deleted", About.FLOW),
    FLOW_ASSIGNED("flow.assigned", About.FLOW),
    DECISION_PUBLISHED("decision.published", About.DECISION),
    DECISION_TAKEN_BACK("decision.taken-back", About.DECISION),
    DECISION_DELETED("decision.deleted", About.DECISION),
    CHANNEL_CONNECTED("channel.connected", About.CHANNEL),
    CHANNEL_DISCONNECTED("channel.disconnected", About.CHANNEL),
    SEND_LIMITS_SET("send-limits.set", About.ORGANISATION),
    RETENTION_SET("retention.set", About.ORGANISATION),
    REGISTER_SET("privacy.register-set", About.ORGANISATION),
    HOST_ALLOWED("host.allowed", About.HOST),
    HOST_ASKED_FOR("host.asked-for", About.HOST),
    HOST_REMOVED("host.removed", About.HOST),
    MAIL_SENDER_SET("mail-sender.set", About.ORGANISATION),
    MAIL_SENDER_DELETED("mail-sender.deleted", About.ORGANISATION),
    SECRET_SET("secret.set", About.SECRET),
    SECRET_DELETED("secret.deleted", About.SECRET),
    KEY_MADE("key.made", About.KEY),
    KEY_REVOKED("key.revoked", About.KEY),
    TRIGGER_MADE("trigger.made", About.TRIGGER),
    TRIGGER_CHANGED("trigger.changed", About.TRIGGER),
    TRIGGER_RENEWED("trigger.renewed", About.TRIGGER),
    TRIGGER_DELETED("trigger.deleted", About.TRIGGER),
    SCHEDULE_MADE("schedule.made", About.SCHEDULE),
    SCHEDULE_CHANGED("schedule.changed", About.SCHEDULE),
    SCHEDULE_PAUSED("schedule.paused", About.SCHEDULE),
    SCHEDULE_RESUMED("schedule.resumed", About.SCHEDULE),
    SCHEDULE_DELETED("schedule.deleted", About.SCHEDULE),
    WEBHOOK_MADE("webhook.made", About.WEBHOOK),
    WEBHOOK_CHANGED("webhook.changed", About.WEBHOOK),
    WEBHOOK_RENEWED("webhook.renewed", About.WEBHOOK),
    WEBHOOK_DELETED("webhook.deleted", About.WEBHOOK),
    PACKAGE_ASKED_FOR("privacy.package-asked-for", About.PACKAGE),
    PACKAGE_TAKEN("privacy.package-taken", About.PACKAGE),
    PACKAGE_LINK_MADE("privacy.package-link-made", About.PACKAGE),
    PACKAGE_LINK_ENDED("privacy.package-link-ended", About.PACKAGE),
    PACKAGE_CODE_WRONG("privacy.package-code-wrong", About.PACKAGE),
    PACKAGE_DELIVERED("privacy.package-delivered", About.PACKAGE),
    PORTABLE_IMPORTED("privacy.portable-imported", About.IMPORT),
    PACKAGE_ENDED("privacy.package-ended", About.PACKAGE),
    CONSENT_RECORDED("consent.recorded", About.CONSENT),
    CONSENT_WITHDRAWN("consent.withdrawn", About.CONSENT),
    USE_RESTRICTED("privacy.use-restricted", About.RESTRICTION),
    RESTRICTION_LIFTED("privacy.restriction-lifted", About.RESTRICTION),
    OBJECTION_NOTED("privacy.objection-noted", About.OBJECTION),
    OBJECTION_LIFTED("privacy.objection-lifted", About.OBJECTION),
    ERASURE_ASKED_FOR("privacy.erasure-asked-for", About.ERASURE),
    ERASURE_APPROVED("privacy.erasure-approved", About.ERASURE),
    ERASURE_WITHDRAWN("privacy.erasure-withdrawn", About.ERASURE),
    PERSON_ERASED("privacy.person-erased", About.ERASURE),
    RECIPIENT_NOTED("privacy.recipient-noted", About.ERASURE),
    HOLD_PLACED("privacy.hold-placed", About.HOLD),
    HOLD_ENDED("privacy.hold-ended", About.HOLD),
    RECTIFICATION_ASKED_FOR("privacy.rectification-asked-for", About.RECTIFICATION),
    RECTIFICATION_APPLIED("privacy.rectification-applied", About.RECTIFICATION),
    RECTIFICATION_REFUSED("privacy.rectification-refused", About.RECTIFICATION),
    RECTIFIED_RECIPIENT_NOTED("privacy.rectified-recipient-noted", About.RECTIFICATION);

    /** What an action is done to. */
    private static final class About {
        static final String ACCOUNT = "account";
        static final String CHANNEL = "channel";
        static final String CONSENT = "consent";
        static final String DECISION = "decision";
        static final String ERASURE = "erasure";
        static final String FLOW = "flow";
        static final String HOLD = "hold";
        static final String HOST = "host";
        static final String IMPORT = "import";
        static final String KEY = "key";
        static final String OBJECTION = "objection";
        static final String ORGANISATION = "organisation";
        static final String PACKAGE = "package";
        static final String RECTIFICATION = "rectification";
        static final String RESTRICTION = "restriction";
        static final String SCHEDULE = "schedule";
        static final String SECRET = "secret";
        static final String TRIGGER = "trigger";
        static final String WEBHOOK = "webhook";
    }

    private final String code;
    private final String about;

    AuditAction(String code, String about) {
        this.code = code;
        this.about = about;
    }

    /** As it stands in the log. */
    public String code() {
        return code;
    }

    /** The kind of thing it is done to. */
    public String about() {
        return about;
    }

    /** The action of this code; empty for one that this version does not know. */
    public static Optional<AuditAction> of(String code) {
        return Arrays.stream(values())
                .filter(action -> action.code.equals(code))
                .findFirst();
    }
}
