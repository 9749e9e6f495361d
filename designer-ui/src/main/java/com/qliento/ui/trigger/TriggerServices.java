package com.qliento.ui.trigger;

import com.qliento.channel.Channels;
import com.qliento.flow.FlowLibrary;
import com.qliento.secret.Secrets;
import com.qliento.trigger.HookConsole;
import com.qliento.trigger.Hooks;
import com.qliento.trigger.Triggers;
import org.springframework.stereotype.Component;

/** What of the engine the pages of triggers work with. */
@Component
record TriggerServices(
        Triggers triggers, Hooks hooks, HookConsole console, FlowLibrary library, Channels channels, Secrets secrets) {}
