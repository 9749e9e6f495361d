package com.qliento.simulator.whatsapp;

import com.qliento.problem.Problem;
import com.qliento.simulator.OnlyInDemo;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The tester's bench: business numbers and faults. */
@OnlyInDemo
@RestController
@RequestMapping("/simulator")
final class BenchController {

    private static final Pattern DIGITS = Pattern.compile("\\d{5,20}");
    private static final int LONGEST_DELAY = 600_000;

    private final SimulatedNumbers numbers;
    private final Faults faults;
    private final DemoChannel demo;

    BenchController(SimulatedNumbers numbers, Faults faults, DemoChannel demo) {
        this.numbers = numbers;
        this.faults = faults;
        this.demo = demo;
    }

    /** A business number without its secret. */
    record NumberShown(String phoneNumberId, String displayNumber, String verifiedName, String accountId) {

        static NumberShown of(SimulatedNumber number) {
            return new NumberShown(
                    number.phoneNumberId(), number.displayNumber(), number.verifiedName(), number.accountId());
        }
    }

    /** A number to add; what is left out is the demo's. */
    record NewNumber(
            @Nullable String phoneNumberId,
            @Nullable String displayNumber,
            @Nullable String verifiedName,
            @Nullable String accountId,
            @Nullable String appSecret) {

        @Override
        public String toString() {
            return "NewNumber[]";
        }
    }

    /** A fault to order; without a number, for the demo's; without a count, for one send. */
    record NewFault(
            @Nullable String phoneNumberId,
            @Nullable FaultKind kind,
            @Nullable Integer code,
            @Nullable Integer httpStatus,
            @Nullable Integer retryAfterSeconds,
            @Nullable Integer delayMillis,
            @Nullable Integer count) {}

    @GetMapping("/numbers")
    List<NumberShown> numbers() {
        return numbers.all().stream().map(NumberShown::of).toList();
    }

    @PostMapping("/numbers")
    @ResponseStatus(HttpStatus.CREATED)
    NumberShown add(@RequestBody NewNumber wanted) {
        var number = new SimulatedNumber(
                digits("phoneNumberId", wanted.phoneNumberId()),
                digits("displayNumber", wanted.displayNumber()),
                or(wanted.verifiedName(), "Simulated business"),
                or(wanted.accountId(), SimulatedNumbers.DEMO_ACCOUNT),
                or(wanted.appSecret(), demo.appSecret()));
        numbers.add(number);
        return NumberShown.of(number);
    }

    @GetMapping("/faults")
    List<Fault> faults() {
        return faults.all();
    }

    @PostMapping("/faults")
    @ResponseStatus(HttpStatus.CREATED)
    Fault add(@RequestBody NewFault wanted) {
        if (wanted.kind() == null) {
            throw Problem.invalid("kind", "kind is one of error, delay, lost-response, server-error, reset, silence.");
        }
        String phoneNumberId = or(wanted.phoneNumberId(), demo.phoneNumberId());
        if (numbers.find(phoneNumberId).isEmpty()) {
            throw Problem.notFound("number", "phoneNumberId");
        }
        var fault = new Fault(
                phoneNumberId,
                wanted.kind(),
                wanted.code(),
                within("httpStatus", wanted.httpStatus(), 400, 599),
                within("retryAfterSeconds", wanted.retryAfterSeconds(), 0, 86_400),
                within("delayMillis", wanted.delayMillis(), 0, LONGEST_DELAY),
                count(wanted));
        faults.add(fault);
        return fault;
    }

    /** Forgets the faults of a number, or all. */
    @DeleteMapping("/faults")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void clear(@RequestParam(required = false) @Nullable String phoneNumberId) {
        if (phoneNumberId == null) {
            faults.clear();
        } else {
            faults.clear(phoneNumberId);
        }
    }

    private static int count(NewFault wanted) {
        Integer count = within("count", wanted.count(), 1, 1_000_000);
        return count == null ? 1 : count;
    }

    private static String digits(String field, @Nullable String value) {
        if (value == null || !DIGITS.matcher(value).matches()) {
            throw Problem.invalid(field, field + " is 5 to 20 digits.");
        }
        return value;
    }

    private static String or(@Nullable String value, String other) {
        return value == null || value.isBlank() ? other : value;
    }

    private static @Nullable Integer within(String field, @Nullable Integer value, int min, int max) {
        if (value != null && (value < min || value > max)) {
            throw Problem.invalid(field, field + " is from " + min + " to " + max + ".");
        }
        return value;
    }
}
