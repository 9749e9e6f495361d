package com.qliento.structure.broken;

/** Is named after how it came about. */
public final class SenderImpl {}
