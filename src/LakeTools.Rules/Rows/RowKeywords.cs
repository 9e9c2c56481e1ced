namespace LakeTools.Rules.Rows;

/// <summary>
/// PartiQL's reserved words. A column of such a name is in double quotes, or Lake Formation does not read the filter.
/// </summary>
/// <remarks>Source: PartiQL specification, reserved keywords: those of SQL-92, and its own.</remarks>
internal static class RowKeywords
{
    private static readonly HashSet<string> s_words = new(
        """
        absolute action add all allocate alter and any are as asc assertion at authorization avg bag begin between bit bit_length blob
        bool boolean by cascade cascaded case cast catalog char char_length character character_length check clob close coalesce collate
        collation column commit connect connection constraint constraints continue convert corresponding count create cross current
        current_date current_time current_timestamp current_user cursor date date_add date_diff deallocate dec decimal declare default
        deferrable deferred delete desc describe descriptor diagnostics disconnect distinct domain double drop else end escape except
        exception exec execute exists external extract false fetch first float for foreign found from full get global go goto grant
        group having identity immediate in indicator initially inner input insensitive insert int integer intersect interval into is
        isolation join key language last left let level like limit list local lower match max min missing module names national natural
        nchar next no not null nullif numeric octet_length of offset on only open option or order outer output overlaps pad partial
        pivot position precision prepare preserve primary prior privileges procedure public read real references relative remove
        restrict revoke right rollback rows schema scroll section select session session_user set sexp size smallint some space sql
        sqlcode sqlerror sqlstate string struct substring sum symbol system_user table temporary then time timestamp to transaction
        translate translation trim tuple union unique unknown unpivot update upper usage user using value values varchar varying view
        when whenever where with work write zone
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns whether a word is reserved.</summary>
    /// <param name="word">The word, in any case.</param>
    /// <returns>True if it is.</returns>
    public static bool Contains(string word) => s_words.Contains(word);

    /// <summary>Returns whether a column's name needs no quotes.</summary>
    /// <param name="name">The name.</param>
    /// <returns>True if it is a letter or underscore, and letters, digits and underscores, and no reserved word.</returns>
    public static bool IsPlainName(string name) =>
        name.Length > 0 && IsFirst(name[0]) && name.All(IsLater) && !Contains(name);

    /// <summary>Returns whether a plain name may begin with a character.</summary>
    public static bool IsFirst(char character) => char.IsAsciiLetter(character) || character == '_';

    /// <summary>Returns whether a plain name may go on with a character.</summary>
    public static bool IsLater(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';
}
