package com.qliento;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Qliento: the flow engine, its REST interface and, in the demo, the simulated WhatsApp. */
@SpringBootApplication
public class Qliento {

    /** Starts the application; settings come from the environment, the command line or {@code application.yaml}. */
    public static void main(String[] arguments) {
        SpringApplication.run(Qliento.class, arguments);
    }
}
