/** Migrations of the main database that need more than SQL. */
@NullMarked
package com.qliento.database.migration;

import org.jspecify.annotations.NullMarked;
