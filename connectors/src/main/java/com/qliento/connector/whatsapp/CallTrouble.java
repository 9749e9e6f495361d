package com.qliento.connector.whatsapp;

/** Why a call brought no answer of the Graph API. */
public enum CallTrouble {
    /** No connection: refused, host name unknown, connect time limit, TLS handshake failed. */
    NOT_CONNECTED,
    /** The time limit of the whole call passed. */
    ANSWER_TIMEOUT,
    /** The connection broke before the whole answer was there. */
    CONNECTION_LOST,
    /** The answer says success and nothing more that can be read. */
    UNREADABLE_ANSWER,
    /** Status 5xx without an error of the Graph API: something in between answered. */
    SERVER_FAULT,
    /** The answer is longer than allowed. */
    ANSWER_TOO_LONG
}
