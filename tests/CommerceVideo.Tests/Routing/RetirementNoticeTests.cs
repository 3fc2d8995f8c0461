using CommerceVideo.Briefs;
using CommerceVideo.Routing;
using static CommerceVideo.Tests.Routing.Catalogue;

namespace CommerceVideo.Tests.Routing;

public sealed class RetirementNoticeTests
{
    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public void A_model_that_ends_within_60_days_is_told(int days, bool told) =>
        Assert.Equal(told, RetirementNotice.Of(Ending(days), Now).Count == 1);

    [Fact]
    public void A_notice_names_where_the_work_goes_and_what_it_costs_then()
    {
        var notice = Assert.Single(RetirementNotice.Of(Ending(30), Now));

        Assert.Equal(30, notice.DaysLeft);
        Assert.Equal([Use.Page, Use.Lifestyle], notice.Moves.Select(static move => move.Use));
        Assert.All(
            notice.Moves,
            static move =>
            {
                Assert.NotEqual("kling-3.0", move.To);
                Assert.NotNull(move.CostsMore);
            }
        );
        Assert.StartsWith("kling-3.0 ends on 2026-12-22, in 30 days. Product pages go to", notice.Text);
    }

    [Fact]
    public void A_model_that_is_not_in_use_here_is_not_told()
    {
        var models = Ending(30).Select(static one => one with { Connected = one.Model.Provider != "kling" }).ToArray();

        Assert.Empty(RetirementNotice.Of(models, Now));
    }

    [Fact]
    public void Without_anybody_left_the_notice_says_so()
    {
        var models = Ending(30).Where(static one => one.Model.Id == "kling-3.0").ToArray();

        var notice = Assert.Single(RetirementNotice.Of(models, Now));

        Assert.Contains("Nobody here can make product pages then.", notice.Text, StringComparison.Ordinal);
    }

    private static IReadOnlyList<ModelStanding> Ending(int days) =>
        With(
            "kling-3.0",
            its =>
                its with
                {
                    Model = its.Model with
                    {
                        Dates = its.Model.Dates with { Retired = DateOnly.FromDateTime(Now.UtcDateTime).AddDays(days) },
                    },
                }
        );
}
