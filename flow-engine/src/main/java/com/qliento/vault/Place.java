package com.qliento.vault;

import java.util.UUID;

/**
 * Where a sealed value is stored. The seal is bound to it: copied into another row or column, the value doesn't open.
 * So a table or column that is renamed needs its values sealed again.
 */
public record Place(String table, String column, UUID row) {}
