package com.qliento.database;

import org.jspecify.annotations.Nullable;

/**
 * How to reach one database.
 *
 * @param owner who owns the tables and migrates them
 * @param application who runs the application; when it is the owner itself, its connections step down to the role
 *     {@value Migrations#APPLICATION_ROLE}, which row-level security binds
 */
record DatabaseLogin(String url, Account owner, Account application) {

    record Account(String user, @Nullable String password) {

        @Override
        public String toString() {
            return user;
        }
    }

    boolean stepsDown() {
        return owner.user().equals(application.user());
    }
}
