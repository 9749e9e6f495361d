package com.qliento.structure.broken.helper;

/** Lives where no feature is. */
public record Misplaced() {}
