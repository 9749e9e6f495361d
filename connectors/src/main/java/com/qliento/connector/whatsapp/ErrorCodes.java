package com.qliento.connector.whatsapp;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The error codes Meta documents for the Cloud API, by what to do about them. */
final class ErrorCodes {
    private static final Map<Integer, ErrorGroup> GROUPS = new HashMap<>();

    static {
        put(ErrorGroup.RETRY, 1, 2, 131000, 131016, 133004, 131057);
        // 17, 32 and 613 are the Graph API's general rate limits; the others are WhatsApp's own.
        put(ErrorGroup.SLOW_DOWN_NUMBER, 4, 17, 32, 613, 80007, 130429, 133016);
        put(ErrorGroup.SLOW_DOWN_PAIR, 131056);
        put(ErrorGroup.WINDOW_CLOSED, 131047);
        put(ErrorGroup.UNDELIVERABLE, 131026, 131021, 130472, 131049, 131050, 130497, 131030, 131062, 137000);
        put(ErrorGroup.CONTENT, 100, 131008, 131009, 131051, 131052, 131053, 135000);
        put(ErrorGroup.TEMPLATE, 132000, 132001, 132005, 132007, 132008, 132012, 132015, 132016, 132068, 132069);
        put(ErrorGroup.TEMPLATE, 131063, 2388019, 2388040, 2388047, 2388072, 2388073, 2388293, 2388299);
        // 33 and 803: no such object for this token. 102 and 104: session, missing token or app secret proof.
        put(
                ErrorGroup.ACCOUNT,
                0,
                3,
                10,
                33,
                102,
                104,
                190,
                368,
                803,
                131005,
                131031,
                131037,
                131042,
                131044,
                131045,
                131048);
        put(ErrorGroup.ACCOUNT, 131064, 133000, 133005, 133006, 133008, 133009, 133010, 133015, 134011);
    }

    private static final int INVALID_PARAMETER = 100;
    /** With code 100: the object in the address does not exist for this token, so the message is not to blame. */
    private static final int NO_SUCH_OBJECT = 33;

    private ErrorCodes() {}

    static boolean isNoSuchObject(int code, int subcode) {
        return code == INVALID_PARAMETER && subcode == NO_SUCH_OBJECT;
    }

    private static void put(ErrorGroup group, int... codes) {
        for (int code : codes) {
            GROUPS.put(code, group);
        }
    }

    static @Nullable ErrorGroup group(int code) {
        return isPermission(code) ? ErrorGroup.ACCOUNT : GROUPS.get(code);
    }

    static boolean isPermission(int code) {
        return code >= 200 && code <= 299;
    }

    static Set<Integer> known() {
        return GROUPS.keySet();
    }
}
