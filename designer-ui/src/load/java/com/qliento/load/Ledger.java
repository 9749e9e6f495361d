package com.qliento.load;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Every customer's account, the figures of each number of the business, and the kills between which they were taken.
 */
final class Ledger {
    private final Map<Long, Customer> customers = new ConcurrentHashMap<>();
    private final Map<String, Figures> figures = new ConcurrentHashMap<>();
    private final AtomicLong nextNumber;
    private final LongAdder toStrangers = new LongAdder();
    private final LongAdder notUnderstood = new LongAdder();
    private final Duration inFlightWindow;
    private final long begin;
    private final long from;
    private final long until;

    private volatile boolean stopped;
    private volatile Era era;
    private final AtomicLong longestAfterKill = new AtomicLong();

    private record Era(int number, long since) {}

    Ledger(Options options, long now) {
        this.nextNumber = new AtomicLong(options.firstNumber());
        this.inFlightWindow = options.inFlightWindow();
        this.begin = now;
        this.from = now + options.warmup().toNanos();
        this.until = from + options.length().toNanos();
        this.era = new Era(0, now);
        options.channels().forEach(channel -> figures.put(channel.phoneNumberId(), new Figures(from, until)));
    }

    /** When customers stop to write at the latest, in {@link System#nanoTime()}. */
    long until() {
        return until;
    }

    /** Lets customers wait for what they have written and write no more. */
    void stop() {
        stopped = true;
    }

    /** Whether somebody stopped the run before its time. */
    boolean isStopped() {
        return stopped;
    }

    Customer newCustomer(Channel channel) {
        var customer = new Customer(nextNumber.getAndIncrement(), channel, begin);
        customers.put(customer.number(), customer);
        return customer;
    }

    /** The figures of a number of the business that the options named. */
    Figures figures(String phoneNumberId) {
        return figures.computeIfAbsent(phoneNumberId, id -> new Figures(from, until));
    }

    /** Books a reply to {@code recipient}; the result is run when the call has been answered. */
    Runnable reply(String phoneNumberId, long recipient, long place) {
        long now = System.nanoTime();
        Customer customer = customers.get(recipient);
        if (customer == null || !customer.channel().phoneNumberId().equals(phoneNumberId)) {
            toStrangers.increment();
            return () -> {};
        }
        Era here = era;
        long begun = customer.hears(place, here.number());
        figures(phoneNumberId).replied(begun, now);
        if (here.number() > 0) {
            longestAfterKill.accumulateAndGet(now - Math.max(begun, here.since()), Math::max);
        }
        return () -> customer.answered(here.number(), System.nanoTime());
    }

    /** Notes that the application (or its database) was gone from {@code at} on. */
    void killed(long at) {
        era = new Era(era.number() + 1, at);
        customers.values().forEach(customer -> customer.killed(at - inFlightWindow.toNanos()));
    }

    int kills() {
        return era.number();
    }

    /** Milliseconds from the last kill (or the first try to post, if later) to its reply, the longest of all. */
    double longestAfterKillMillis() {
        return longestAfterKill.get() / 1e6;
    }

    /** Notes a call that is no part of what the sink offers. */
    void notUnderstood() {
        notUnderstood.increment();
    }

    long callsNotUnderstood() {
        return notUnderstood.sum();
    }

    long toStrangers() {
        return toStrangers.sum();
    }

    Customer.Count count() {
        return customers.values().stream().map(Customer::count).reduce(Customer.Count.NONE, Customer.Count::plus);
    }

    /** The sum over all numbers of the business. */
    Figures total() {
        var total = new Figures(from, until);
        figures.values().forEach(total::add);
        return total;
    }
}
