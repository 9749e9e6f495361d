package com.qliento.load;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One customer: writes, waits for the replies, writes the next, until time or rounds are over. */
final class Writer implements Runnable {
    private static final int RETRY_MILLIS = 200;

    /** Keeps the message ids of two runs on the same data apart. */
    private static final long RUN = new SecureRandom().nextLong();

    private final int place;
    private final Options options;
    private final Channel channel;
    private final Ledger ledger;
    private final Clock clock;
    private final Figures figures;

    Writer(int place, Options options, Ledger ledger, Clock clock) {
        this.place = place;
        this.options = options;
        this.channel = options.channels().get(place % options.channels().size());
        this.ledger = ledger;
        this.clock = clock;
        this.figures = ledger.figures(channel.phoneNumberId());
    }

    @Override
    public void run() {
        ExecutorService copiers = Executors.newFixedThreadPool(Math.max(1, options.copies() - 1));
        var doors = new ArrayList<WebhookDoor>();
        for (int i = 0; i < options.copies(); i++) {
            doors.add(new WebhookDoor(options.urls(), place + i));
        }
        try {
            write(doors, copiers);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            doors.forEach(WebhookDoor::close);
            copiers.shutdownNow();
        }
    }

    private void write(List<WebhookDoor> doors, ExecutorService copiers)
            throws InterruptedException, ExecutionException {
        Customer customer = ledger.newCustomer(channel);
        int rounds = 0;
        while (goesOn(rounds)) {
            boolean answered = round(customer, doors, copiers);
            if (!answered || options.newCustomerEachTime()) {
                customer = ledger.newCustomer(channel);
            }
            rounds++;
        }
    }

    private boolean goesOn(int rounds) {
        return System.nanoTime() < ledger.until()
                && !ledger.isStopped()
                && (options.rounds() == 0 || rounds < options.rounds());
    }

    private boolean round(Customer customer, List<WebhookDoor> doors, ExecutorService copiers)
            throws InterruptedException, ExecutionException {
        boolean first = customer.isNew() && !options.firstText().equals(options.text());
        int messages = first ? options.burst() + 1 : options.burst();
        long before = customer.writes(messages, System.nanoTime());
        WebhookBody webhook = WebhookBody.texts(channel, texts(customer.number(), before, messages));
        var copies = new ArrayList<Future<Boolean>>();
        for (WebhookDoor door : doors.subList(1, doors.size())) {
            copies.add(copiers.submit(() -> post(door, webhook)));
        }
        boolean accepted = post(doors.get(0), webhook);
        for (Future<Boolean> copy : copies) {
            accepted |= copy.get();
        }
        if (!accepted) {
            Thread.sleep(RETRY_MILLIS);
            return false;
        }
        customer.accepted(messages);
        return customer.hasAllReplies(options.replyTimeout());
    }

    /** Posts until accepted when the customer is to survive, else once. */
    private boolean post(WebhookDoor door, WebhookBody webhook) throws InterruptedException {
        // An application that never comes back must not hold the run for ever.
        long giveUp = ledger.until() + Duration.ofMinutes(2).toNanos();
        while (true) {
            long begun = System.nanoTime();
            String status = door.post(webhook);
            figures.answered(status, begun, System.nanoTime());
            if (status.equals("200")) {
                return true;
            }
            boolean again = options.survive()
                    && (Set.of("refused", "timeout", "reset").contains(status) || status.startsWith("5"));
            if (!again || System.nanoTime() > giveUp) {
                return false;
            }
            Thread.sleep(RETRY_MILLIS);
        }
    }

    private List<WebhookBody.Text> texts(long number, long before, int messages) {
        var texts = new ArrayList<WebhookBody.Text>();
        boolean other = !options.firstText().equals(options.text());
        for (long place = before; place < before + messages; place++) {
            String text = place == 0 ? options.firstText() : options.text();
            texts.add(new WebhookBody.Text(
                    number,
                    "wamid.LOAD" + Long.toHexString(RUN) + "." + number + "." + place,
                    clock.instant().getEpochSecond(),
                    text.replace("{n}", Long.toString(other ? place : place + 1))));
        }
        return texts;
    }
}
