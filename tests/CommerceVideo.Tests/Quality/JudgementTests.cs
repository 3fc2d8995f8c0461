using CommerceVideo.Quality;
using CommerceVideo.Quality.Checks;

namespace CommerceVideo.Tests.Quality;

public sealed class JudgementTests
{
    private static readonly CheckLimit Limit = new() { Review = 3, Reject = 6 };

    [Theory]
    [InlineData(3, FindingOutcome.Pass)]
    [InlineData(3.01, FindingOutcome.Review)]
    [InlineData(6, FindingOutcome.Review)]
    [InlineData(6.01, FindingOutcome.Reject)]
    public void Up_to_its_limit_it_passes_and_beyond_the_second_it_is_rejected(double value, FindingOutcome outcome) =>
        Assert.Equal(outcome, Judgement.Judge(new ProductColourCheck(), Measured.Of(value), Limit).Outcome);

    [Fact]
    public void Where_more_is_better_the_limits_stand_the_other_way_round()
    {
        var limit = new CheckLimit { Review = 0.8, Reject = 0.5 };

        Assert.Equal(FindingOutcome.Pass, Of(0.8));
        Assert.Equal(FindingOutcome.Review, Of(0.7));
        Assert.Equal(FindingOutcome.Reject, Of(0.4));

        FindingOutcome Of(double value) => Judgement.Judge(new WholeProductCheck(), Measured.Of(value), limit).Outcome;
    }

    [Fact]
    public void Without_a_second_limit_a_person_always_decides() =>
        Assert.Equal(
            FindingOutcome.Review,
            Judgement.Judge(new ProductColourCheck(), Measured.Of(99), new CheckLimit { Review = 3 }).Outcome
        );

    [Fact]
    public void What_could_not_be_measured_is_skipped_with_its_reason_and_counts_for_nothing()
    {
        var finding = Judgement.Judge(new ProductColourCheck(), Measured.Skip("No product."), Limit);

        Assert.Equal((FindingOutcome.Skipped, "No product.", null), (finding.Outcome, finding.Why, finding.Value));
        Assert.Equal(Verdict.Pass, Judgement.Of([finding]).Verdict);
    }

    [Fact]
    public void The_worst_finding_is_the_verdict_and_is_named_first()
    {
        var judgement = Judgement.Of([Of(1), Of(9), Of(4)]);

        static Finding Of(double value) => Judgement.Judge(new ProductColourCheck(), Measured.Of(value), Limit);

        Assert.Equal(Verdict.Reject, judgement.Verdict);
        Assert.Equal([9, 4], judgement.Against.Select(static finding => finding.Value!.Value));
    }

    [Fact]
    public void No_two_checks_have_one_name() =>
        Assert.Equal(QualityChecks.All.Count, QualityChecks.All.Select(static check => check.Name).Distinct().Count());

    [Fact]
    public void Every_check_of_the_program_is_in_the_list() =>
        Assert.Equal(
            typeof(IQualityCheck)
                .Assembly.GetTypes()
                .Where(static type => type.IsClass && type.IsAssignableTo(typeof(IQualityCheck)))
                .Select(static type => type.Name)
                .Order(StringComparer.Ordinal),
            QualityChecks.All.Select(static check => check.GetType().Name).Order(StringComparer.Ordinal)
        );
}
