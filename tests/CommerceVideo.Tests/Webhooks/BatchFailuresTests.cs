using System.Text;
using CommerceVideo.Webhooks;
using Npgsql;

namespace CommerceVideo.Tests.Webhooks;

public sealed class BatchFailuresTests
{
    [Theory]
    [InlineData("23514", nameof(BatchFailure.Isolate))]
    [InlineData("22021", nameof(BatchFailure.Isolate))]
    [InlineData("54000", nameof(BatchFailure.Isolate))]
    [InlineData("P0001", nameof(BatchFailure.Isolate))]
    [InlineData("40P01", nameof(BatchFailure.TryAgain))]
    [InlineData("57P01", nameof(BatchFailure.TryAgain))]
    [InlineData("57P03", nameof(BatchFailure.GiveUp))]
    [InlineData("57014", nameof(BatchFailure.GiveUp))]
    [InlineData("53100", nameof(BatchFailure.GiveUp))]
    [InlineData("42P01", nameof(BatchFailure.GiveUp))]
    [InlineData("25006", nameof(BatchFailure.GiveUp))]
    public void What_the_database_said_decides(string state, string expected) =>
        Assert.Equal(expected, BatchFailures.Of(new PostgresException("", "ERROR", "ERROR", state)).ToString());

    [Fact]
    public void A_broken_connection_is_tried_once_more_and_one_that_is_silent_is_not()
    {
        Assert.Equal(BatchFailure.TryAgain, BatchFailures.Of(new NpgsqlException("reset", new IOException())));
        Assert.Equal(BatchFailure.GiveUp, BatchFailures.Of(new NpgsqlException("slow", new TimeoutException())));
        Assert.Equal(BatchFailure.GiveUp, BatchFailures.Of(new OperationCanceledException()));
    }

    [Fact]
    public void A_value_that_cannot_be_sent_is_its_rows_fault() =>
        Assert.Equal(BatchFailure.Isolate, BatchFailures.Of(new EncoderFallbackException()));
}
