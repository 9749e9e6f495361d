package com.qliento.organisation;

import com.qliento.problem.Problem;
import com.qliento.problem.ProblemKind;
import com.qliento.problem.ProblemType;
import java.util.Set;

/**
 * Who calls the REST interface: an organisation, known by its API key, and what that key may do. A REST method takes it as
 * a parameter and gets it filled in from the request's authentication.
 */
public record Caller(OrganisationId organisation, String keyName, Set<KeyScope> scopes) {

    private static final ProblemType NOT_IN_KEY =
            new ProblemType(ProblemKind.FORBIDDEN, "scope-missing", "The API key may not do this");

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** Throws {@link Problem} (forbidden) unless the key may do this. */
    public void require(KeyScope scope) {
        if (!scope.isIn(scopes)) {
            throw missing(scope);
        }
    }

    /** That a key lacks this scope. */
    public static Problem missing(KeyScope scope) {
        return NOT_IN_KEY.because("This needs an API key with the scope '" + scope.word()
                + "'. An owner of the organisation can make one.");
    }
}
