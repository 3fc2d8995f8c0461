namespace CommerceVideo.Jobs;

/// <summary>What a step needs of the machine: little, or a core for a while.</summary>
public enum WorkLane
{
    Light,
    Heavy,
}

/// <summary>How urgent: a person waiting overtakes a new product, and that overtakes a bulk run.</summary>
public enum Urgency : short
{
    Person = 0,
    Product = 1,
    Bulk = 2,
}

/// <summary>A step to be done, named by what it is and what it is for; asking twice is asking once.</summary>
/// <param name="Kind">The step's name, e.g. <c>catalog.sync-product</c>.</param>
/// <param name="Key">Whose: usually a row's id.</param>
/// <param name="Shop">Turns are shared out among shops.</param>
/// <param name="NotBefore">Null for at once.</param>
public sealed record WorkRequest(
    string Kind,
    string Key,
    Guid Shop,
    WorkLane Lane = WorkLane.Light,
    Urgency Urgency = Urgency.Product,
    DateTimeOffset? NotBefore = null
);
