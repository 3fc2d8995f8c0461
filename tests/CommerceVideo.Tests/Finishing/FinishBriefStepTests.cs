using CommerceVideo.Briefs;
using CommerceVideo.Finishing;

namespace CommerceVideo.Tests.Finishing;

public sealed class FinishBriefStepTests
{
    [Theory]
    [InlineData(Use.Page, 1, false, BriefState.Publishing)]
    [InlineData(Use.Social, 1, false, BriefState.Done)]
    [InlineData(Use.Page, 1, true, BriefState.Review)]
    [InlineData(Use.Social, 1, true, BriefState.Review)]
    [InlineData(Use.Page, 2, false, BriefState.Review)]
    public void What_was_invented_or_asked_for_again_waits_for_a_person(
        Use use,
        int version,
        bool invented,
        BriefState next
    ) => Assert.Equal(next, FinishBriefStep.Next(Brief(use, version), invented));

    private static PlannedBrief Brief(Use use, int version) =>
        new()
        {
            Id = Guid.NewGuid(),
            ShopId = Guid.Empty,
            ProductId = Guid.Empty,
            SourceImageId = Guid.Empty,
            ContentHash = "",
            Use = use,
            Version = version,
            State = BriefState.Finishing,
            Shots = "[]",
            CreatedAt = default,
        };
}
