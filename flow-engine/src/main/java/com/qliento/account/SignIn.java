package com.qliento.account;

import com.qliento.rules.policy.PolicyRule;

/** What came of a try to sign in. */
public sealed interface SignIn {

    /**
     * The password is this account's.
     *
     * @param browser for the browser to keep and show with its next try, see {@link SignInSource}
     */
    record Welcome(Account account, String browser) implements SignIn {

        @Override
        public String toString() {
            return "Welcome[" + account + "]";
        }
    }

    /** No account has this e-mail and password; which of the two was wrong is not told. */
    record Refused() implements SignIn {}

    /**
     * Too many tries from this source failed by this rule; the right password does not help from there either until some
     * minutes have passed. From elsewhere, and from a browser that has signed in before, it does.
     */
    record TooManyTries(PolicyRule rule) implements SignIn {}
}
