package com.qliento.engine;

import com.qliento.problem.Redacted;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper.ExceptionLoggingHandler;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ExceptionUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is kept and told of a timer's step that failed: types and places. What went wrong may be said in the customer's
 * own words, and neither the engine's tables nor the log are the place for them.
 */
final class FailedJobs implements FailedJobCommandFactory, ExceptionLoggingHandler {

    private static final Logger LOG = LoggerFactory.getLogger(FailedJobs.class);

    @Override
    public Command<Object> getCommand(String jobId, Throwable failure) {
        return new Kept(jobId, failure);
    }

    @Override
    public void exceptionWhileExecutingJob(String jobId, Throwable failure) {
        LOG.warn("The timer's step {} failed", jobId, Redacted.of(failure));
    }

    /** The same for the history of processes that have one: the engine hands it the failure itself. */
    static final class Told extends CacheAwareHistoryEventProducer {

        @Override
        public HistoryEvent createHistoricJobLogFailedEvt(Job job, @Nullable Throwable failure) {
            return super.createHistoricJobLogFailedEvt(job, failure == null ? null : Redacted.of(failure));
        }
    }

    /** The failure itself stays known to the command: its type decides whether the try counts. */
    private static final class Kept extends DefaultJobRetryCmd {

        private static final long serialVersionUID = 1L;

        Kept(String jobId, Throwable failure) {
            super(jobId, failure);
        }

        @Override
        protected void logException(JobEntity job) {
            if (exception != null) {
                var redacted = Redacted.of(exception);
                job.setExceptionMessage(redacted.getMessage());
                job.setExceptionStacktrace(ExceptionUtil.getExceptionStacktrace(redacted));
            }
        }
    }
}
