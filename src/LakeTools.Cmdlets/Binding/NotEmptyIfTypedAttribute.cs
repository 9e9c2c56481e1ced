namespace LakeTools.Cmdlets;

/// <summary>
/// A parameter whose typed value must not be empty: without it, the command would apply to more than the user meant. An empty property
/// of a piped object, such as an empty cell of a CSV file, means no value.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class NotEmptyIfTypedAttribute : Attribute;
