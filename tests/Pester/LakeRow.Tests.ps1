# Rows that are read, beside custom objects of the same properties: what PowerShell does with the one, it does with the other.

BeforeDiscovery {
    $works = @(
        @{ what = 'Select-Object of some, made up and all but one'; do = { param($r) $r | Select-Object n, *_max, @{ n = 'x'; e = { $_.n * 2 } } -ExcludeProperty other; $r | Select-Object * -ExcludeProperty n; $r | Select-Object -ExpandProperty day; $r | Select-Object -Unique good; $r | Select-Object -Last 1 } }
        @{ what = 'Add-Member'; do = { param($r) $r[0] | Add-Member extra 5; $r[0] | Add-Member ScriptProperty twice { $this.n * 2 }; $all = $r[0] | Add-Member -NotePropertyMembers @{ z = 1 } -PassThru | Select-Object *; ($all.psobject.Properties | ForEach-Object { "$($_.Name)=$($_.Value)" } | Sort-Object); $r[0].extra; $r[0].twice; $r[1].psobject.Properties['extra'] } }
        @{ what = 'Add-Member of a name that is there'; do = { param($r) try { $r[0] | Add-Member n 9 -ErrorAction Stop } catch { $_.FullyQualifiedErrorId } $r[0] | Add-Member n 9 -Force; $r[0].n } }
        @{ what = 'ConvertTo-Csv'; do = { param($r) $r | ConvertTo-Csv; $r | ConvertTo-Csv -UseQuotes AsNeeded -Delimiter ';' } }
        @{ what = 'Export-Csv'; do = { param($r) $path = Join-Path $TestDrive "$([guid]::NewGuid()).csv"; $r | Export-Csv $path; $r | Export-Csv $path -Append; Get-Content $path } }
        @{ what = 'ConvertTo-Json'; do = { param($r) $r | ConvertTo-Json; $r | ConvertTo-Json -Depth 1 -WarningAction Ignore; $r | ConvertTo-Json -Depth 9 -Compress -AsArray; @{ inner = $r[0] } | ConvertTo-Json -Depth 9 } }
        @{ what = 'Format-Table'; do = { param($r) $r | Format-Table | Out-String -Width 200; $r | Format-Table n, day, good -AutoSize | Out-String; $r | Format-Table -GroupBy good | Out-String -Width 200 } }
        @{ what = 'Format-List'; do = { param($r) $r | Format-List | Out-String; $r | Format-List n, t | Out-String } }
        @{ what = 'the view without a Format command'; do = { param($r) $r | Out-String -Width 200; $r | Select-Object n, t | Out-String } }
        @{ what = 'Format-Wide and Format-Custom'; do = { param($r) $r | Format-Wide | Out-String; $r | Format-Wide t | Out-String } }
        @{ what = 'Compare-Object'; do = { param($r) Compare-Object $r[0, 1] $r[1, 2] -Property n, t; Compare-Object $r $r; Compare-Object $r[0, 1] $r -Property n -IncludeEqual -PassThru | ForEach-Object n } }
        @{ what = 'Group-Object'; do = { param($r) $r | Group-Object good | ForEach-Object { "$($_.Name) $($_.Count)" }; ($r | Group-Object n -AsHashTable -AsString).Keys | Sort-Object; ($r | Group-Object n, t -NoElement).Count } }
        @{ what = 'Sort-Object'; do = { param($r) ($r | Sort-Object temp_max -Descending).n; ($r | Sort-Object t, n).n; ($r | Sort-Object day -Unique).n } }
        @{ what = 'Measure-Object'; do = { param($r) $r | Measure-Object n, temp_max -Sum -Average -Minimum -Maximum; $r | Measure-Object t -Maximum; ($r | Measure-Object).Count } }
        @{ what = 'Where-Object'; do = { param($r) ($r | Where-Object temp_max -gt 5).n; ($r | Where-Object good).n; ($r | Where-Object { $_.t -like 'a*' }).n; ($r | Where-Object t -eq $null).n; @($r | Where-Object nothing).Count } }
        @{ what = 'ForEach-Object -MemberName'; do = { param($r) $r | ForEach-Object n; $r | ForEach-Object t; $r[0] | ForEach-Object day | ForEach-Object Length; $r.temp_max; $r.Where{ $_.n -gt 1 }.n } }
        @{ what = 'Clixml'; do = { param($r) $path = Join-Path $TestDrive "$([guid]::NewGuid()).xml"; $r | Export-Clixml $path; $back = Import-Clixml $path; $back | Select-Object * } }
        @{ what = 'a serializer of remote sessions'; do = { param($r) $back = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($r)); $back | Select-Object *; $back[0].day.GetType().Name; $back[0].n = 5; $back[0].n } }
        @{ what = 'a new value'; do = { param($r) $r[0].n = 5; $r[0].day = 'a text'; $r[0].t = 1.5; $r[0].good = $null; $r[0].temp_max = , @(1, 2); $r[1].n = $null; $r[1].t = [pscustomobject]@{ a = 1 }; $r | Select-Object *; $r[0].day.GetType().Name; $r[0].n.GetType().Name; $r[1].t.a; $r[2].n } }
        @{ what = 'a value that is counted up'; do = { param($r) $r[0].n++; $r[0].n += 2; $r[0].t += 'x'; $r[0].n; $r[0].t } }
        @{ what = 'members that are not there'; do = { param($r) Set-StrictMode -Version Latest; foreach ($try in { $r[0].nothing }, { $r[0].nothing = 1 }, { $r[0].nothing() }, { $r[0].n() }, { $r[0]['n'] }) { try { & $try } catch { if ("$try" -like '*= 1*') { 'not set' } else { $_.FullyQualifiedErrorId } } } } }
        @{ what = 'members that are not there, without strict mode'; do = { param($r) Set-StrictMode -Off; "<$($r[0].nothing)>"; try { $r[0].nothing = 1; 'set' } catch { 'not set' } } }
        @{ what = 'Count and Length of one row'; do = { param($r) Set-StrictMode -Off; $r[0].Count; $r[0].Length; @($r[0]).Count } }
        @{ what = 'psobject.Properties'; do = { param($r) $r[0].psobject.Properties | ForEach-Object { "$($_.Name) $($_.Value) $($_.IsGettable) $($_.IsSettable)" }; $r[0].psobject.Properties.Name -join ','; $r[0].psobject.Properties['TEMP_MAX'].Value; $r[0].psobject.Properties['none']; $r[0].psobject.Properties['n'].Value = 8; $r[0].n; @($r[0].psobject.Properties.Match('t*')).Count } }
        @{ what = 'names in any case'; do = { param($r) $r[0].N; $r[0].TEMP_max; $r | Select-Object DAY | ForEach-Object { $_.psobject.Properties.Name } } }
        @{ what = 'equality'; do = { param($r) $r[0] -eq $r[0]; $r[0] -eq $r[1]; $r[0] -ne $r[1]; $r[0] -eq 'x'; 'x' -eq $r[0]; $r[0] -eq $null; $r -contains $r[1]; $r.IndexOf($r[2]); [bool]$r[0] } }
        @{ what = 'text'; do = { param($r) "$($r[0])"; [string]$r[1]; $r[0] -match 'temp_max='; '{0}' -f $r[2]; $r[0] -join '' } }
        @{ what = 'a copy'; do = { param($r) $copy = $r[0].psobject.Copy(); $copy.n = 99; $r[0].n; $copy.n; $copy.t; $r[1].t = 'set'; $copy = $r[1].psobject.Copy(); $copy.t; $copy.t = 'again'; $r[1].t } }
        @{ what = 'a key of a hashtable'; do = { param($r) $h = @{}; $h[$r[0]] = 'a'; $h[$r[1]] = 'b'; $h[$r[0]]; $h.Count } }
        @{ what = 'Tee-Object and walks over all properties'; do = { param($r) ($r | Tee-Object -Variable seen).n; $seen.n; $r | ForEach-Object { foreach ($p in $_.psobject.Properties) { "$($p.Name)=$($p.Value)" } } } }
        @{ what = 'parameters that bind by property name'; do = { param($r) function Get-Bound { param([Parameter(ValueFromPipelineByPropertyName)] $N, [Parameter(ValueFromPipelineByPropertyName)] [datetime] $Day) process { "$N $($Day.Year)" } } $r | Get-Bound } }
        @{ what = 'ConvertTo-Html and ConvertTo-Xml'; do = { param($r) $r | ConvertTo-Html -Fragment; $r | Select-Object n, day, temp_max | ConvertTo-Xml -NoTypeInformation -As String } }
        @{ what = 'ForEach-Object -Parallel and jobs of threads'; do = { param($r) ($r | ForEach-Object -Parallel { $_.n; $_.n = 7; $_.n } | Sort-Object); $r.n } }
        @{ what = 'Start-Job'; do = { param($r) Start-Job { $input | Select-Object n, day, temp_max, good } -InputObject $r | Receive-Job -Wait -AutoRemoveJob | Select-Object * -ExcludeProperty PSComputerName, RunspaceId, PSSourceJobInstanceId } }
        @{ what = 'a way out of everything'; do = { param($r) $r[0].psobject.TypeNames.Insert(0, 'My.Type'); $r[0].pstypenames[0]; $r[1].pstypenames -contains 'My.Type' } }
    )
    $odd = 'a b', 'a.b', 'a-b', '1', 'ToString', 'GetType', 'Equals', 'GetHashCode', 'Count', 'Length', 'Values', 'Keys', 'Item', 'Shape', 'Fill', 'Clone', 'MemberwiseClone', 'get_n', 'set_n', 'f0', 'm0', 'Set', 'Shown', 'TryGetSet', 'Finalize', 'naïve', '名前', 'a[0]', 'a*', '$a', '#', "it's", '"', '`', ';', '{', 'class', 'this'
}

BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    Connect-Lake -Local (Join-Path $TestDrive lake)
    $null = New-LakeBucket row-tests
    $weather = "n,day,temp_max,good,t,exact,o`n1,2026-01-02,10.5,true,a text,1.50,`n2,2026-02-03,,false,,2.25,x`n,,-3.25,,b,,`"`"`n"

    function Send-Text([string] $Name, [string] $Text) {
        [System.IO.File]::WriteAllText((Join-Path $TestDrive $Name), $Text)
        Send-LakeObject (Join-Path $TestDrive $Name) s3://row-tests/
    }

    # Custom objects of the same names and values.
    function ConvertTo-Plain($Row) {
        foreach ($item in $Row) {
            $plain = [pscustomobject]@{}
            foreach ($property in $item.psobject.Properties) { $plain.psobject.Properties.Add([psnoteproperty]::new($property.Name, $property.Value)) }
            $plain
        }
    }

    # What came out, with its types: of objects the properties.
    function Get-Shown($Item) {
        foreach ($one in $Item) {
            if ($null -eq $one) { '<null>'; continue }
            if ($one -is [string] -or $one -is [ValueType]) { "$($one.GetType().Name) $one"; continue }
            if ($one -is [array]) { "[$(@(Get-Shown $one) -join ',')]"; continue }
            ($one.psobject.Properties | ForEach-Object { "$($_.Name)=$(@(Get-Shown $_.Value) -join ',')" }) -join '|'
        }
    }

    Send-Text rows.csv $weather
    Send-Text rows.json "{""n"":1,""day"":""2026-01-02"",""temp_max"":1.5,""good"":true,""t"":[1,{""y"":null}],""o"":{""x"":[1,{""y"":2}],""z"":""t""}}`n{""n"":null,""day"":""x"",""temp_max"":2,""good"":false,""t"":null,""o"":{""x"":[],""z"":""u""}}`n{""n"":3,""day"":"""",""temp_max"":3.5,""good"":null,""t"":""s"",""o"":null}`n"
    $types = 'n:int', 'day:date', 'temp_max:double', 'good:boolean', 't', 'exact:decimal(6,2)', 'o'
    Import-LakeData s3://row-tests/rows.csv -Column $types | Export-LakeData s3://row-tests/rows.parquet
    function Get-Row([string] $Form) {
        if ($Form -eq 'csv') { Import-LakeData s3://row-tests/rows.csv -Column $types }
        else { Import-LakeData "s3://row-tests/rows.$Form" }
    }
}

AfterAll { Disconnect-Lake }

Describe 'Rows' {
    It 'are objects of one class, whose base is LakeRow: <_>' -ForEach csv, json, parquet {
        $rows = @(Get-Row $_)
        $rows.Count | Should -Be 3
        $rows | Should -BeOfType ([LakeTools.LakeRow])
        @($rows | ForEach-Object { $_.GetType() } | Sort-Object -Unique).Count | Should -Be 1
        $rows[0].pstypenames | Should -Be LakeTools.Row, LakeTools.LakeRow, System.Object
        (Get-Row $_)[0].GetType() | Should -Be $rows[0].GetType()
        ($rows[0] | Get-Member -MemberType Properties).MemberType | Sort-Object -Unique | Should -Be Property
    }

    It 'behave as custom objects do, <form>: <what>' -ForEach $(foreach ($work in $works) { foreach ($form in 'csv', 'json', 'parquet') { $work + @{ form = $form } } }) {
        $rows = @(Get-Row $form)
        $plain = @(ConvertTo-Plain (Get-Row $form))
        $plain[0].GetType().Name | Should -Be PSCustomObject
        if ($form -eq 'json' -and $what -eq 'parameters that bind by property name') { $rows[1].day = $plain[1].day = $rows[2].day = $plain[2].day = '2026-01-01' }
        $wanted = @(Get-Shown (& $do $plain))
        $wanted.Count | Should -BeGreaterThan 0
        @(Get-Shown (& $do $rows)) | Should -Be $wanted
    }

    It 'have properties of any name: <_>' -ForEach $odd {
        $name = $_
        $quoted = '"' + $name.Replace('"', '""') + '"'
        Send-Text odd.csv "n,$quoted`n1,7`n2,8`n"
        $row = (Import-LakeData s3://row-tests/odd.csv -Delimiter ',' -QuoteCharacter '"' -NoHeader:$false)[1]
        $plain = ConvertTo-Plain $row
        $row.psobject.Properties.Name | Should -Be $plain.psobject.Properties.Name
        Get-Shown ($row.$name) | Should -Be (Get-Shown ($plain.$name))
        foreach ($item in $row, $plain) { try { $item.$name = 'set' } catch { } }
        Get-Shown ($row.$name) | Should -Be (Get-Shown ($plain.$name))
        $row | ConvertTo-Csv | Should -Be ($plain | ConvertTo-Csv)
        $row | ConvertTo-Json -Depth 1 -WarningAction Ignore | Should -Be ($plain | ConvertTo-Json -Depth 1 -WarningAction Ignore)
        Get-Shown ($row | Select-Object *) | Should -Be (Get-Shown ($plain | Select-Object *))
    }

    It 'have columns of names that PowerShell keeps for itself: <_>' -ForEach 'PSObject', 'PSTypeNames', 'psbase', 'psadapted', 'psextended' {
        Send-Text odd.csv "n,$_`n1,7`n2,8`n"
        $row = (Import-LakeData s3://row-tests/odd.csv -NoHeader:$false)[1]
        $row | Export-LakeData s3://row-tests/odd.json
        $batch = Import-LakeData s3://row-tests/odd.json -Raw
        $batch.ColumnNames | Should -Be n, $_
        $batch.Rows[0].Values | Should -Be 2, 8
    }

    It 'say their columns where custom objects say nothing' {
        $rows = @(Get-Row csv)
        "$rows" | Should -Be "$($rows[0]) $($rows[1]) $($rows[2])"
        (Compare-Object $rows[0, 1] $rows[1, 2]).SideIndicator | Should -Be '=>', '<='
        @($rows[0], $rows[0], $rows[1] | Get-Unique).Count | Should -Be 2
    }

    It 'have properties whose names differ in case only, and whose names are empty, under names of their own' {
        Send-Text twins.csv "a,A,,`n1,2,3,4`n"
        $row = Import-LakeData s3://row-tests/twins.csv -NoHeader:$false
        $row.psobject.Properties.Name | Should -Be a, A_2, col3, col4
        $row.psobject.Properties.Value | Should -Be 1, 2, 3, 4
    }

    It 'may have thousands of columns' {
        $names = 1..3000 | ForEach-Object { "c$_" }
        Send-Text wide.csv (($names -join ',') + "`n" + ((1..3000) -join ',') + "`n")
        $row = Import-LakeData s3://row-tests/wide.csv
        $row.c2999 | Should -Be 2999
        $row.c1 = 5
        ($row | ConvertTo-Csv)[1] | Should -BeLike '"5","2","3",*,"3000"'
        $some = Import-LakeData s3://row-tests/wide.csv -Column c2999:int, c7:double
        $some | Should -BeOfType ([LakeTools.LakeRow])
        Get-Shown $some | Should -Be 'c2999=Int32 2999|c7=Double 7'
    }

    It 'have nulls in each of more columns than a word has bits' {
        $names = 1..150 | ForEach-Object { "c$_" }
        $lines = foreach ($row in 0..149) { (0..149 | ForEach-Object { if ($_ -eq $row) { '' } else { "$_" } }) -join ',' }
        Send-Text nulls.csv (($names -join ',') + "`n" + ($lines -join "`n") + "`n")
        $rows = Import-LakeData s3://row-tests/nulls.csv -NoHeader:$false -Column ($names | ForEach-Object { "${_}:int" })
        foreach ($i in 0..149) { @(foreach ($p in $rows[$i].psobject.Properties) { if ($null -eq $p.Value) { $p.Name } elseif ($p.Name -ne "c$($p.Value + 1)") { 'wrong' } }) | Should -Be "c$($i + 1)" }
    }

    It 'keep the types of their source in an export, as long as nobody sets another value' {
        Import-LakeData s3://row-tests/rows.csv -Column $types | Export-LakeData s3://row-tests/typed/a.parquet
        $read = Import-LakeData s3://row-tests/rows.csv -Column $types
        $null = New-GlueDatabase row_tests -LocationUri s3://row-tests/tables/
        $read | Export-LakeData -DatabaseName row_tests -TableName typed -CreateTable
        (Get-GlueTable row_tests typed).Column.Type | Should -Be int, date, double, boolean, string, 'decimal(6,2)', string
        $rows = Import-LakeData s3://row-tests/rows.csv -Column $types
        foreach ($row in $rows) { $row.n = "n$($row.n)" }
        $rows | Export-LakeData s3://row-tests/typed/b.parquet
        (Import-LakeData s3://row-tests/typed/b.parquet).n | Should -Be n1, n2, n
        Import-LakeData s3://row-tests/rows.csv -Column $types | ForEach-Object { $_ | Add-Member more 5 -PassThru } | Export-LakeData s3://row-tests/typed/c.parquet
        (Import-LakeData s3://row-tests/typed/c.parquet).more | Should -Be 5, 5, 5
        (Import-LakeData s3://row-tests/typed/c.parquet)[0].psobject.Properties.Name | Should -Be n, day, temp_max, good, t, exact, o, more
        $rows = Import-LakeData s3://row-tests/rows.csv -Column $types
        foreach ($row in $rows) { $row | Add-Member exact over -Force }
        $rows | Export-LakeData s3://row-tests/typed/d.parquet
        (Import-LakeData s3://row-tests/typed/d.parquet).exact | Should -Be over, over, over
        , (Import-LakeData s3://row-tests/rows.csv -Column n:int) | ForEach-Object { [pscustomobject]@{ id = 1; inner = $_[0] } } | Export-LakeData s3://row-tests/typed/e.json
        (Import-LakeData s3://row-tests/typed/e.json).inner.n | Should -Be 1
    }

    It 'export what type data adds to them, to all or to those of a name' {
        Update-TypeData -TypeName LakeTools.Row -MemberName twice -MemberType ScriptProperty -Value { $this.n * 2 } -Force
        try {
            Import-LakeData s3://row-tests/rows.csv -Column n:int | Export-LakeData s3://row-tests/added/all.json
            (Import-LakeData s3://row-tests/added/all.json).twice | Should -Be 2, 4, $null
        }
        finally { Remove-TypeData LakeTools.Row }
        Update-TypeData -TypeName Mine -MemberName half -MemberType ScriptProperty -Value { $this.n / 2 } -Force
        try {
            Import-LakeData s3://row-tests/rows.csv -Column n:int | ForEach-Object {
                if ($_.n -eq 2) { $_.psobject.TypeNames.Insert(0, 'Mine') }
                $_
            } | Export-LakeData s3://row-tests/added/some.json
            $rows = Import-LakeData s3://row-tests/added/some.json
            $rows[1].half | Should -Be 1
            $rows[0].psobject.Properties.Name | Should -Be n
        }
        finally { Remove-TypeData Mine }
        $rows = Import-LakeData s3://row-tests/rows.csv -Column n:int
        $rows[1] | Add-Member more 5
        $rows | Export-LakeData s3://row-tests/added/one.json
        (Import-LakeData s3://row-tests/added/one.json)[1].more | Should -Be 5
    }

    It 'make no class without end, where each row has other properties' {
        Send-Text many.json ((1..600 | ForEach-Object { "{""p$_"":$_}" }) -join "`n")
        $rows = Import-LakeData s3://row-tests/many.json
        $rows.Count | Should -Be 600
        @($rows | Where-Object { $_ -is [LakeTools.LakeRow] }).Count | Should -BeGreaterThan 0
        foreach ($i in 1..600) { $rows[$i - 1]."p$i" | Should -Be $i }
        @($rows | Where-Object { $_ -is [LakeTools.LakeRow] }).Count | Should -BeLessOrEqual 256
        ($rows | ForEach-Object { $_.psobject.Properties.Name }).Count | Should -Be 600
    }
}
