# How objects look: a table that fits 80 columns and a list for every type, and colours that only add to words.
BeforeDiscovery {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $emitted = Get-Command -Module LakeTools -CommandType Cmdlet | ForEach-Object OutputType | ForEach-Object { "$($_.Type)" } |
        Where-Object { $_ -like 'LakeTools.*' -and $_ -ne 'LakeTools.LakeRow' } | Sort-Object -Unique | ForEach-Object { @{ TypeName = $_ } }
    $members = 'GlueColumn', 'GlueColumnStatistic', 'GlueTableOptimizer', 'LakeServiceTest', 'LakeAccessReason', 'LakePlanChange' | ForEach-Object { @{ TypeName = "LakeTools.$_" } }
}

BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    . "$PSScriptRoot/_samples/SampleLake.ps1"
    $samples = @(New-SampleLake (Join-Path $TestDrive lake))
    $samples += $samples | ForEach-Object { $_.Column; $_.Service; $_.Reason; $_.Changes } |
        Where-Object { $_ -and $_.GetType().Namespace -eq 'LakeTools' }
    $module = "$PSScriptRoot/../../out/LakeTools"
    $views = Get-ChildItem "$module/formats" -Filter *.ps1xml |
        ForEach-Object { ([xml](Get-Content $_.FullName -Raw)).Configuration.ViewDefinitions.View }
    $sets = Get-ChildItem "$module/types" -Filter *.ps1xml | ForEach-Object { ([xml](Get-Content $_.FullName -Raw)).Types.Type }

    function Get-View([string] $TypeName, [string] $Control) {
        $views | Where-Object { $_.ViewSelectedBy.TypeName -eq $TypeName -and $_.$Control }
    }

    # The properties that a view reads, by name or in a script.
    function Get-ReadProperty($View) {
        $View.SelectNodes('.//PropertyName') | ForEach-Object InnerText
        foreach ($script in $View.SelectNodes('.//ScriptBlock')) {
            $ast = [scriptblock]::Create($script.InnerText).Ast
            $members = $ast.FindAll({ $args[0] -is [System.Management.Automation.Language.MemberExpressionAst] }, $true)
            $members | Where-Object { "$($_.Expression)" -eq '$_' } | ForEach-Object { "$($_.Member)" }
        }
    }

    function Get-Sample([string] $TypeName) { $samples | Where-Object { $_.GetType().FullName -eq $TypeName } }

    function Get-Shown($Object, [string] $Rendering) {
        $before = $PSStyle.OutputRendering
        $PSStyle.OutputRendering = $Rendering
        try { $Object | Format-Table | Out-String -Width 80 } finally { $PSStyle.OutputRendering = $before }
    }
}

AfterAll { Disconnect-Lake }

Describe 'The views of <TypeName>' -ForEach ($emitted + $members) {
    It 'are a table and a list' {
        @(Get-View $TypeName TableControl) | Should -HaveCount 1
        @(Get-View $TypeName ListControl) | Should -HaveCount 1
    }

    It 'read what the type has' {
        $type = @(Get-Sample $TypeName)[0].GetType()
        $has = @($type.GetProperties().Name) + @($type.GetMethods().Name) + 'PSObject'
        foreach ($view in $views | Where-Object { $_.ViewSelectedBy.TypeName -eq $TypeName }) {
            Get-ReadProperty $view | Where-Object { $_ -notin $has } | Should -BeNullOrEmpty -Because $view.Name
        }
    }

    It 'have a short list for where another type came first' {
        $type = @(Get-Sample $TypeName)[0].GetType()
        $set = ($sets | Where-Object Name -EQ $TypeName).Members.MemberSet.Members.PropertySet |
            Where-Object Name -EQ DefaultDisplayPropertySet
        $set | Should -Not -BeNullOrEmpty
        $set.ReferencedProperties.Name | Where-Object { $_ -notin $type.GetProperties().Name } | Should -BeNullOrEmpty
    }

    It 'have objects that are text in CSV and JSON: no names of types, no numbers of enumerations' {
        # Batches of rows go to Export-LakeData.
        foreach ($sample in Get-Sample $TypeName | Where-Object { $_ -isnot [LakeTools.LakeRowBatch] }) {
            $cells = ($sample | ConvertTo-Csv | ConvertFrom-Csv).PSObject.Properties | Where-Object Value -NE 'System.Security.SecureString'
            $cells.Value | Where-Object { $_ -match '^System\.|^LakeTools\.|\[\]$|__ReadOnly|^\w+ \{ ' } | Should -BeNullOrEmpty
            $sample.PSObject.Properties | Where-Object { $_.Value -is [enum] } | Should -BeNullOrEmpty
        }
    }

    It 'fit 80 columns, with every column of the table and room for what it holds' {
        $labels = (Get-View $TypeName TableControl).SelectNodes('.//TableColumnHeader')
        # Columns without a width share what those with one leave. Without one in the first, PowerShell drops columns that do not fit.
        $labels[0].Width | Should -Not -BeNullOrEmpty
        $shared = @($labels | Where-Object { -not $_.Width }).Count
        $left = 80 - ($labels.Count - 1) - ($labels | ForEach-Object { [int]$_.Width } | Measure-Object -Sum).Sum
        ($shared ? [math]::Floor($left / $shared) : 13) | Should -BeGreaterOrEqual 13
        $left | Should -BeGreaterOrEqual 0
        $names = (Get-View $TypeName TableControl).SelectNodes('.//TableColumnItem')
        foreach ($sample in Get-Sample $TypeName) {
            $lines = @($sample | Format-Table | Out-String -Width 80 -Stream)
            $lines | Where-Object Length -GT 80 | Should -BeNullOrEmpty
            $header = @(($lines | Where-Object Length)[0].Trim() -split '\s+')
            $expected = 0..($labels.Count - 1) | ForEach-Object { $labels[$_].Label ? $labels[$_].Label : $names[$_].PropertyName }
            $header | Should -Be @($expected)
            @($lines | Where-Object Length)[1] | Should -Match '^[- ]+$' -Because 'no heading takes two lines'
            $sample | Format-List | Out-String -Width 80 -Stream | Where-Object Length -GT 80 | Should -BeNullOrEmpty
        }
    }

    It 'are the same for objects that were saved, and in strict mode' {
        Set-StrictMode -Version Latest
        foreach ($sample in Get-Sample $TypeName) {
            $sample | Export-Clixml (Join-Path $TestDrive saved.xml)
            $saved = Import-Clixml (Join-Path $TestDrive saved.xml)
            $saved | Format-Table | Out-String -Width 80 | Should -BeExactly ($sample | Format-Table | Out-String -Width 80)
        }
    }
}

Describe 'Views' {
    It 'are of types that there are' {
        $known = @(($samples | ForEach-Object { $_.GetType().FullName }) | Sort-Object -Unique) + 'LakeTools.LakeRow' # the base of rows
        $views | ForEach-Object { $_.ViewSelectedBy.TypeName } | Where-Object { $_ -notin $known } | Should -BeNullOrEmpty
        $sets.Name | Where-Object { $_ -notin $known } | Should -BeNullOrEmpty
    }

    It 'show no key of a server or of credentials' {
        ($views | ForEach-Object { Get-ReadProperty $_ }) | Should -Not -Contain 'SecretKey'
        ($views | ForEach-Object { Get-ReadProperty $_ }) | Should -Not -Contain 'SessionToken'
    }

    It 'steer no terminal: <name>' -ForEach @(
        @{ name = 'a secret'; emit = {
            $value = ConvertTo-SecureString x -AsPlainText -Force
            New-LakeSecret steering -Value $value -Description "d$([char]27)[2J" -Tag @{ "k$([char]27)]0;x" = "v$([char]0x9b)2J" }
            Get-LakeSecretInfo steering
        } }
        @{ name = 'a line of a log'; emit = {
            [LakeTools.LakeLogEvent]::new((Get-Date), "m$([char]27)[2J`ro", 'j', 'r')
        } }
        @{ name = 'an object'; emit = {
            $null = New-LakeBucket steering-tests -ErrorAction Ignore
            Set-Content (Join-Path $TestDrive x.txt) x
            Send-LakeObject (Join-Path $TestDrive x.txt) "s3://steering-tests/k$([char]27)[2J"
            Get-LakeObject s3://steering-tests/
        } }
        @{ name = 'a table'; emit = {
            $null = New-GlueDatabase steering
            New-GlueTable steering t -Column "id:int:c$([char]0x9b)2J"
        } }
        @{ name = 'a database'; emit = { New-GlueDatabase steering_too -Description "d$([char]0x9b)2J" } }
        @{ name = 'an object that somebody forged'; emit = {
            [pscustomobject] @{ PSTypeName = 'LakeTools.GlueTable'; DatabaseName = 'd'; Name = 't'; IsRegistered = "x$([char]27)[2J" }
        } }
    ) {
        $steers = '[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]'
        $shown = & $emit
        $shown | Out-Null
        "$($shown | ConvertTo-Json -Depth 5 -EscapeHandling EscapeNonAscii)" | Should -Match '\\u00(1b|9b)' -Because 'objects keep the value'
        $before = $PSStyle.OutputRendering
        $PSStyle.OutputRendering = 'Ansi'
        try {
            foreach ($view in 'Format-Table', 'Format-List') {
                # PowerShell's own colours are not looked at.
                ($shown | & $view | Out-String -Width 200) -replace '\e\[[0-9;]*m' | Should -Not -Match $steers
            }
        }
        finally {
            $PSStyle.OutputRendering = $before
        }

        $shown | Format-List | Out-String -Width 200 | Should -Match '\\u00(1b|9b)'
    }

    It 'steer no terminal with errors, warnings and questions' {
        $name = "none$([char]27)c"
        $failure = { Get-GlueDatabase $name -ErrorAction Stop } | Should -Throw -PassThru
        $failure.Exception.Message | Should -Match 'none\\u001bc'
        "$failure" + ($failure | Out-String) -replace '\e\[[0-9;]*m' | Should -Not -Match "$([char]27)"
        $failure.TargetObject | Should -Be $name -Because 'objects keep the value'
    }

    It 'show a plan as a person reads it' {
        $plan = @(Get-Sample LakeTools.LakePlan)[0]
        $shown = $plan | Out-String -Width 120
        $shown.Trim() -replace '\r' | Should -BeExactly $plan.ToText()
    }

    It 'write sizes and times as people do, and leave the values' {
        $object = @(Get-Sample LakeTools.LakeObject)[0]
        $object | Out-String -Width 80 | Should -Match '(?m)^\d{4}-\d\d-\d\d \d\d:\d\d\s+\d+ B s3://'
        $object.Size | Should -BeOfType ([long])
        $object.LastModified | Should -BeOfType ([datetime])
        $run = @(Get-Sample LakeTools.LakeJobRun)[0]
        $run | Out-String -Width 80 | Should -Match '\d (ms|s) '
        $run.Duration | Should -BeOfType ([timespan])
    }
}

Describe 'Colours of <TypeName>' -ForEach @(
    @{ TypeName = 'LakeTools.LakeAccess' }, @{ TypeName = 'LakeTools.LakePlanChange' }, @{ TypeName = 'LakeTools.LakeJobRun' }
    @{ TypeName = 'LakeTools.LakePublication' }, @{ TypeName = 'LakeTools.LakeServiceTest' }
) {
    It 'are there where the terminal has them' { Get-Shown @(Get-Sample $TypeName)[0] Ansi | Should -Match "\e\[\d+m" }

    It 'say nothing that the words do not' {
        $sample = @(Get-Sample $TypeName)[0]
        $plain = Get-Shown $sample PlainText
        $plain | Should -Not -Match '\e'
        (Get-Shown $sample Ansi) -replace '\e\[[\d;]*m' | Should -BeExactly $plain
    }
}

Describe 'Colours of permissions' {
    It 'tell implicit rights and those of IAM from grants, beside the word' {
        $null = New-GlueDatabase open -TableDefaultPermission IamAllowedPrincipals
        $null = New-GlueTable open t -Column id:int
        $open = Get-LakePermission -DatabaseName open -TableName t | Where-Object Source -EQ IamAllowed
        $open | Should -Not -BeNullOrEmpty
        Get-Shown $open[0] Ansi | Should -Match "\e\[\d+mIamAllowed"
        Get-Shown $open[0] PlainText | Should -Not -Match '\e'
    }

    It 'are in no plan that Format-LakePlan writes' {
        @(Get-Sample LakeTools.LakePlan)[0] | Format-LakePlan | Should -Not -Match '\e'
    }
}
