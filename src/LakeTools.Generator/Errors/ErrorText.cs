namespace LakeTools.Generator.Errors;

/// <summary>One error, as errors.txt states it.</summary>
/// <param name="Id">The stable id, which is the name of its method.</param>
/// <param name="Places">The names of the method's parameters: of what goes into the text, and maybe the target before it.</param>
/// <param name="Category">The name of its LakeErrorCategory.</param>
/// <param name="EndsPipeline">True if no further item of a pipeline could succeed either.</param>
/// <param name="Text">The text, in which <c>{name}</c> is a place.</param>
internal sealed record ErrorText(string Id, IReadOnlyList<string> Places, string Category, bool EndsPipeline, string Text)
{
    /// <summary>The place of the object at fault, which the text does not show. Where it is not named, the first place is that.</summary>
    public const string Target = "target";

    /// <summary>The places that the text shows.</summary>
    public IEnumerable<string> Shown => Places.Where(place => place != Target);
}
