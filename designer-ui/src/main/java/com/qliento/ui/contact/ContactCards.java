package com.qliento.ui.contact;

import com.qliento.consent.OwnConsents;
import com.qliento.consent.PersonLimits;
import com.qliento.retention.OwnRetention;
import com.qliento.transcript.Conversations;
import org.springframework.stereotype.Component;

/** Who knows what of a person, beside by what they are known. */
@Component
record ContactCards(OwnConsents consents, PersonLimits limits, Conversations conversations, OwnRetention retention) {}
