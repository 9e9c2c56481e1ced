Describe 'Variables' {
    It 'are made once, and again when forced' {
        New-Variable made 1
        New-Variable made 2 -ErrorAction SilentlyContinue -ErrorVariable problem
        $problem[0].FullyQualifiedErrorId | Should -Be 'VariableAlreadyExists,Microsoft.PowerShell.Commands.NewVariableCommand'
        New-Variable made 3 -Force
        $made | Should -Be 3
    }

    It 'are set in a scope' {
        function Inner { Set-Variable outer 2 -Scope 1; Set-Variable own 3 }
        $outer = 1
        Inner
        $outer | Should -Be 2
        Test-Path variable:own | Should -BeFalse
    }

    It 'are read by name, by pattern and by value' {
        $readOne = 1; $readTwo = 2
        (Get-Variable readO*).Name | Should -Be 'readOne'
        Get-Variable readTwo -ValueOnly | Should -Be 2
    }

    It 'are cleared and removed' {
        $gone = 1
        Clear-Variable gone
        (Get-Variable gone).Value | Should -BeNullOrEmpty
        Remove-Variable gone
        { Get-Variable gone -ErrorAction Stop } | Should -Throw -ErrorId 'VariableNotFound,Microsoft.PowerShell.Commands.GetVariableCommand'
    }

    It '<cmdlet> says which is not there' -ForEach @(
        @{ cmdlet = 'Remove-Variable'; class = 'RemoveVariableCommand' }
        @{ cmdlet = 'Clear-Variable'; class = 'ClearVariableCommand' }
    ) {
        { & $cmdlet noSuchVariableOfAnyone -ErrorAction Stop } | Should -Throw -ErrorId "VariableNotFound,Microsoft.PowerShell.Commands.$class"
    }
}

Describe 'Aliases' {
    It 'are made once, and again when forced' {
        New-Alias hostTestAlias Get-Date
        { New-Alias hostTestAlias Get-Item -ErrorAction Stop } | Should -Throw -ErrorId 'AliasAlreadyExists,Microsoft.PowerShell.Commands.NewAliasCommand'
        New-Alias hostTestAlias Get-Item -Force
        (Get-Alias hostTestAlias).Definition | Should -Be 'Get-Item'
    }
}

Describe 'Get-Date, New-TimeSpan, Get-Culture and Get-Host' {
    It 'writes a date with a .NET or a Unix format' {
        $date = [datetime]'2026-03-04T05:06:07'
        Get-Date $date -Format 'yyyy-MM-dd HH:mm' | Should -BeExactly '2026-03-04 05:06'
        Get-Date $date -UFormat '%Y/%m/%d' | Should -BeExactly '2026/03/04'
        (Get-Date $date -Year 2020 -Day 1).ToString('yyyy-MM-dd') | Should -BeExactly '2020-03-01'
    }

    It 'reads seconds since 1970' { (Get-Date -UnixTimeSeconds 0).ToUniversalTime().Year | Should -Be 1970 }

    It 'tells the time between' { (New-TimeSpan -Start '2026-01-01' -End '2026-01-03').Days | Should -Be 2 }

    It 'names the culture and the host' {
        Get-Culture | Should -BeOfType ([cultureinfo])
        (Get-Host).Name | Should -Be $Host.Name
    }
}

Describe 'Write-*' {
    It 'write to their streams' {
        Write-Warning w -WarningAction SilentlyContinue -WarningVariable warned
        $warned.Message | Should -Be 'w'
        $information = Write-Host h 6>&1
        $information | Should -BeOfType ([System.Management.Automation.InformationRecord])
        "$information" | Should -Be 'h'
        (Write-Verbose v -Verbose 4>&1).Message | Should -Be 'v'
        (Write-Information i -Tags t -InformationAction Continue 6>&1).Tags | Should -Be 't'
    }

    It 'write a list item by item, or as one' {
        (Write-Output 1, 2 | Measure-Object).Count | Should -Be 2
        (Write-Output 1, 2 -NoEnumerate | Measure-Object).Count | Should -Be 1
    }

    It 'write errors with id, category and target' {
        Write-Error -Message m -ErrorId MyId -Category InvalidData -TargetObject 7 -ErrorAction SilentlyContinue -ErrorVariable problem
        $problem[0].FullyQualifiedErrorId | Should -Be 'MyId'
        $problem[0].CategoryInfo.Category | Should -Be 'InvalidData'
        $problem[0].TargetObject | Should -Be 7
        $problem[0].Exception | Should -BeOfType ([Microsoft.PowerShell.Commands.WriteErrorException])
    }

    It 'name Write-Error where no id is given' {
        Write-Error m -ErrorAction SilentlyContinue -ErrorVariable problem
        $problem[0].FullyQualifiedErrorId | Should -Be 'Microsoft.PowerShell.Commands.WriteErrorException'
    }
}

Describe 'Secure strings' {
    It 'hide a text and give it back' {
        $secure = ConvertTo-SecureString 'hidden' -AsPlainText -Force
        $secure | Should -BeOfType ([securestring])
        "$secure" | Should -Not -Match 'hidden'
        ConvertFrom-SecureString $secure -AsPlainText | Should -BeExactly 'hidden'
    }
}
