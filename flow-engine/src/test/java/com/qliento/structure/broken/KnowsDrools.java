package com.qliento.structure.broken;

import org.kie.dmn.feel.FEEL;

/** Names a type of the rules' engine. */
public record KnowsDrools(FEEL feel) {}
