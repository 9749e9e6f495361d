package com.qliento.mail;

import com.qliento.connector.mail.MailMessage;
import com.qliento.organisation.OrganisationId;

/** Takes all mail instead of servers. Where such a bean is, no mail leaves the machine. */
public interface CaughtMail {

    void take(OrganisationId organisation, MailMessage mail);
}
