package com.qliento.account;

import com.qliento.rules.policy.PolicyRule;

/** What came of a try to sign in. */
public sealed interface SignIn {

    /** The password is this account's. */
    record Welcome(Account account) implements SignIn {}

    /** No account has this e-mail and password; which of the two was wrong is not told. */
    record Refused() implements SignIn {}

    /** Too many tries failed by this rule; the right password does not help either until some minutes have passed. */
    record TooManyTries(PolicyRule rule) implements SignIn {}
}
