using CommerceVideo.Sandbox.Checks;

namespace CommerceVideo.Tests.Sandbox.Checks;

public sealed class SuiteCountsTests
{
    [Fact]
    public void Skipped_tests_of_dotnet_are_what_the_total_has_beyond_passed_and_failed()
    {
        var totals = SuiteCounts.FromTrx(
            """
            <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010"><ResultSummary outcome="Failed">
            <Counters total="10" executed="8" passed="6" failed="1" error="0" timeout="1" aborted="0" notExecuted="0" />
            </ResultSummary></TestRun>
            """
        );

        Assert.Equal(new Totals(6, 2, 2), totals);
    }

    [Theory]
    [InlineData("1..2\n# tests 7\n# pass 4\n# fail 1\n# cancelled 1\n# skipped 1\n# todo 0\n# duration_ms 3.1\n")]
    [InlineData("ℹ tests 7\nℹ pass 4\nℹ fail 1\nℹ cancelled 1\nℹ skipped 0\nℹ todo 1\n")]
    public void Both_forms_of_nodes_closing_lines_are_read(string output) =>
        Assert.Equal(new Totals(4, 2, 1), SuiteCounts.FromNode(output));

    [Fact]
    public void A_suite_that_exits_badly_has_failed_even_when_it_counted_nothing()
    {
        Assert.Equal(new Totals(3, 1, 0), new Totals(3, 0, 0).With(exitedWell: false));
        Assert.Equal(new Totals(3, 2, 0), new Totals(3, 2, 0).With(exitedWell: false));
        Assert.Equal("3 passed, 0 failed, 1 skipped", $"{new Totals(3, 0, 1).With(exitedWell: true)}");
    }

    [Fact]
    public void Of_a_long_report_the_failures_are_shown()
    {
        const string report =
            "TAP version 13\nok 1 - fine\n  ---\n  type: 'test'\n  ...\nnot ok 2 - broken\n  ---\n  error: 'boom'\n  ...\nok 3 - fine\n";

        Assert.Equal("not ok 2 - broken\n  ---\n  error: 'boom'\n  ...", SuiteCounts.FailuresOf(report));
        Assert.Equal("Error: no such module", SuiteCounts.FailuresOf("Error: no such module"));
    }
}
