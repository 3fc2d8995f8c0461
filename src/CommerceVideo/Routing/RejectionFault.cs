namespace CommerceVideo.Routing;

/// <summary>What a person who rejects a video holds against it; routing counts it against the models that made it, or not.</summary>
public enum RejectionFault
{
    /// <summary>The product is not the one in the photo: colour, shape, print, a part.</summary>
    Product,

    /// <summary>Hands, faces or limbs are wrong.</summary>
    Person,

    /// <summary>It moves wrongly, too much or not at all.</summary>
    Motion,

    /// <summary>Light, ground or sharpness.</summary>
    Picture,

    /// <summary>The model made what was asked for, and something else is wanted: nothing is held against it.</summary>
    Wish,
}
